package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FictitiousUsccTest {

    @Test
    void shouldAgreeWithThePublishedExampleOfBothChecks() {
        assertThat(FictitiousUscc.organizationCheck("M000100Y")).isEqualTo('4');
        assertThat(FictitiousUscc.codeCheck("91350100M000100Y4")).isEqualTo('3');
    }

    @Test
    void shouldPassBothChecksInEveryArea() {
        for (int area = 110_000; area < 660_000; area += 997) {
            String code = FictitiousUscc.of(Integer.toString(area), "sample");
            assertThat(code).matches("91\\d{6}XX\\d{6}[0-9X][0-9A-HJ-NP-RTUW-Y]");
            assertThat(code.substring(2, 8)).isEqualTo(Integer.toString(area));
            assertThat(weightedSum(code) % 31).isZero();
            assertThat(organizationSum(code.substring(8, 17)) % 11).isZero();
        }
    }

    @Test
    void shouldGiveTheSameLabelTheSameCodeAndAnotherLabelAnother() {
        assertThat(FictitiousUscc.of("330226", "a")).isEqualTo(FictitiousUscc.of("330226", "a"));
        assertThat(FictitiousUscc.of("330226", "a")).isNotEqualTo(FictitiousUscc.of("330226", "b"));
    }

    @Test
    void shouldPutTheDemoEnterprisesIntoTheirAreas() {
        List<String> areas = Arrays.stream(DemoClient.values())
                .flatMap(client -> client.rows().uscc().stream())
                .map(code -> code.substring(2, 8))
                .toList();
        assertThat(areas).containsExactly("330226", "331125", "330203");
    }

    /** GB 32100: weights are powers of 3 modulo 31, the check itself has weight 1. */
    private static int weightedSum(String code) {
        int sum = "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(code.charAt(17));
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += weight * "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(code.charAt(i));
            weight = weight * 3 % 31;
        }
        return sum;
    }

    /** GB 11714: X stands for 10 as check; in the body letters count from A = 10. */
    private static int organizationSum(String organization) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        char last = organization.charAt(8);
        int sum = last == 'X' ? 10 : Character.digit(last, 10);
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(organization.charAt(i), 36);
        }
        return sum;
    }
}
