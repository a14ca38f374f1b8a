package org.qualityzones.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawTest {

    private static final UUID DECLARATION = UUID.fromString("0193a1c2-7b4e-7c3d-8a90-1f2e3d4c5b6a");
    private static final byte[] SEED =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    @Test
    void shouldTakeTheFirstEightBytesOfTheHmacOfTheMessage() {
        // Made by: printf '%s' "$message" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$seed
        assertThat(DrawMessage.lot(DECLARATION, 1).text()).isEqualTo("qz1|lot|" + DECLARATION + "|1");
        assertThat(DrawMessage.lot(DECLARATION, 1).u64(SEED)).isEqualTo("ea78b31d36e4b2b6");
        assertThat(DrawMessage.spot("c-7", DECLARATION, 12).text()).isEqualTo("qz1|spot|c-7|" + DECLARATION + "|12");
        assertThat(DrawMessage.spot("c-7", DECLARATION, 12).u64(SEED)).isEqualTo("f8ed7e13ae2b086e");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0000000000000000",
        "0.0,0000000000000000",
        "0.25,4000000000000000",
        "0.5,8000000000000000",
        "0.30,4ccccccccccccccc",
        "0.05,0ccccccccccccccc",
        "0.99999999999999999999999999999999,ffffffffffffffff",
        "0.0000000000000000000542101086242752217003726400434970855712890625,0000000000000001",
        "0.0000000000000000000542101086242752217003726400434970855712890624,0000000000000000"
    })
    void shouldReadADecimalExactly(String decimal, String u64) {
        assertThat(DrawNumbers.ofDecimal(decimal)).isEqualTo(u64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "-0.1", ".5", "0.", "5e-1", "0,5", "", "00.5", "0x0.8", "NaN"})
    void shouldRefuseWhatIsNoDecimalBelowOne(String decimal) {
        assertThatThrownBy(() -> DrawNumbers.ofDecimal(decimal)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldGiveTheExactThresholdOfEveryShare() {
        BigInteger whole = BigInteger.TWO.pow(64);
        for (long millionths = 0; millionths < DrawNumbers.WHOLE; millionths += 37) {
            assertThat(Long.toUnsignedString(DrawNumbers.threshold(millionths)))
                    .isEqualTo(whole.multiply(BigInteger.valueOf(millionths))
                            .divide(BigInteger.valueOf(1_000_000))
                            .toString());
        }
        assertThat(DrawNumbers.hex(DrawNumbers.threshold(999_999))).isEqualTo("ffffef39085f4a12");
    }

    @Test
    void shouldCompareUnsignedAndStrictly() {
        assertThat(DrawNumbers.drawn("7fffffffffffffff", 500_000)).isTrue();
        assertThat(DrawNumbers.drawn("8000000000000000", 500_000)).isFalse();
        assertThat(DrawNumbers.drawn("ffffffffffffffff", 999_999)).isFalse();
        assertThat(DrawNumbers.drawn("ffffffffffffffff", 1_000_000)).isTrue();
        assertThat(DrawNumbers.drawn("0000000000000000", 0)).isFalse();
    }

    @Test
    void shouldAgreeWithDecimalsOnWhoIsDrawn() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 5_000; i++) {
            long share = random.nextLong(1, 1_000_000);
            BigDecimal decimal = BigDecimal.valueOf(random.nextLong(1_000_000_000), 9);
            boolean below = decimal.compareTo(BigDecimal.valueOf(share, 6)) < 0;
            assertThat(DrawNumbers.drawn(DrawNumbers.ofDecimal(decimal.toPlainString()), share))
                    .as("%s of %d", decimal, share)
                    .isEqualTo(below);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000000,1.00", "300000,0.30", "50000,0.05", "0,0.00", "123456,0.123456", "125000,0.125", "1,0.000001"})
    void shouldWriteAShareWithAtLeastTwoPlaces(long millionths, String text) {
        assertThat(DrawNumbers.shareText(millionths)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "L-2026-118,L2026118",
        "l 2026 118,L2026118",
        "' l.2026/118 ',L2026118",
        "Ｌ－２０２６－１１８,L2026118",
        "批号-1,批号1",
        "straße,STRASSE",
        "---,''",
        "'',''"
    })
    void shouldFoldLotNumbers(String written, String folded) {
        assertThat(LotNumbers.normalise(written)).isEqualTo(folded);
    }

    @Test
    void shouldFoldNoLotNumberToNothingAndFoldTwiceAsOnce() {
        assertThat(LotNumbers.normalise(null)).isEmpty();
        assertThat(LotNumbers.normalise(LotNumbers.normalise("a-ß é/ﬁ"))).isEqualTo(LotNumbers.normalise("a-ß é/ﬁ"));
    }

    @Test
    void shouldTellWhichDrawIsNeeded() {
        assertThat(DecisionEngine.drawNeeded(Given.facts("draw=none"), Shipped.RULES))
                .contains(org.qualityzones.ruleset.DrawKind.LOT);
        assertThat(DecisionEngine.drawNeeded(Given.facts("nonstat campaign=0.30"), Shipped.RULES))
                .contains(org.qualityzones.ruleset.DrawKind.CAMPAIGN);
        assertThat(DecisionEngine.drawNeeded(Given.facts("cert"), Shipped.RULES))
                .isEmpty();
        assertThat(DecisionEngine.drawNeeded(Given.facts("nonstat"), Shipped.RULES))
                .isEmpty();
        assertThat(DecisionEngine.drawNeeded(Given.facts("exemption=VALID"), Shipped.RULES))
                .isEmpty();
    }
}
