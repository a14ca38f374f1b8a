package org.qualityzones.web.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are what their standards say. */
class CodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"010121", "960810", "96081000", "9608100000", "970600"})
    void shouldTakeHsCodesOfSixEightOrTenDigits(String code) {
        assertThat(Codes.hsViolation(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "96081, hs-code",
        "1012100, hs-code",
        "101210000, hs-code",
        "000121, hs-code",
        "980810, hs-code",
        "990000, hs-code",
        "9608, hs-code",
        "96081000001, hs-code",
        "96081x, hs-code",
        "'', hs-code",
        "９６０８１０, hs-code",
    })
    void shouldRefuseOtherHsCodes(String code, String violation) {
        assertThat(Codes.hsViolation(code)).isEqualTo(Optional.of(violation));
    }

    @ParameterizedTest
    @CsvSource({
        "96, true",
        "9608, true",
        "960810, true",
        "9608100000, true",
        "9, false",
        "960, false",
        "98, false",
        "00, false",
        "960810000000, false"
    })
    void shouldTakeHsPrefixesOfEvenLength(String prefix, boolean valid) {
        assertThat(Codes.isHsPrefix(prefix)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "CN, true",
        "DE, true",
        "TW, true",
        "HK, true",
        "XK, false",
        "EU, false",
        "UK, false",
        "cn, false",
        "CHN, false",
        "AN, false"
    })
    void shouldTakeOfficialCountryCodesOnly(String code, boolean valid) {
        assertThat(Codes.isCountry(code)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "330226, true",
        "331125, true",
        "110000, true",
        "820000, true",
        "990000, false",
        "33022, false",
        "3302260, false",
        "33022a, false"
    })
    void shouldTakeAreasOfProvincesThatExist(String code, boolean valid) {
        assertThat(Codes.isArea(code)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"CNY, true", "USD, true", "EUR, true", "usd, false", "RMB, false", "US, false"})
    void shouldTakeCurrenciesOfIso4217(String code, boolean valid) {
        assertThat(Codes.isCurrency(code)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "125000.00, true",
        "9999999999999.99, true",
        "10000000000000, false",
        "1.234, false",
        "-1, false",
        "1., false",
        ".5, false",
        "1e3, false"
    })
    void shouldTakeAmountsOfTwoDecimals(String amount, boolean valid) {
        assertThat(Codes.isAmount(amount)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"ninghai-stationery, true", "a12, true", "ab, false", "1ab, false", "Abc, false", "a_b, false"})
    void shouldTakeZoneCodes(String code, boolean valid) {
        assertThat(Codes.isZone(code)).isEqualTo(valid);
        assertThat(Codes.isZone("a".repeat(64))).isTrue();
        assertThat(Codes.isZone("a".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"H87, true", "KGM, true", "PR, true", "MTR, true", "LTR, true", "kgm, false", "KG, false", "pcs, false"
    })
    void shouldTakeUnitsOfRecommendationTwenty(String unit, boolean valid) {
        assertThat(Units.isKnown(unit)).isEqualTo(valid);
    }

    @Test
    void shouldCountCharactersNotCodeUnits() {
        assertThat(Texts.violation("𠮷".repeat(64), 64)).isEmpty();
        assertThat(Texts.violation("𠮷".repeat(65), 64)).contains("too-long");
        assertThat(Texts.violation("a\u0085b", 64)).contains("control-character");
        assertThat(Texts.violation("　", 64)).contains("blank");
    }
}
