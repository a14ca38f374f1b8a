package org.qualityzones.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qualityzones.contracts.EnterpriseState;
import org.qualityzones.guard.Guard;
import org.qualityzones.guard.Refusal;
import org.qualityzones.web.codes.LocalizedName;
import org.qualityzones.zone.Zone;

class AdmissionTest {
    private static final String USCC = "91330226256029085J";

    @ParameterizedTest
    @CsvSource({
        "330226, ACTIVE, 9608100000,",
        "330226, ACTIVE, '',",
        "330282, ACTIVE, 9608100000, SITE_IN_ZONE",
        "330226, ACTIVE, 8458110000, PRODUCT_IN_INDUSTRY",
        "330226, DEREGISTERED, 9608100000, ENTERPRISE_ACTIVE"
    })
    void shouldJudgeByWhatTheEnterprisesOwnerTold(String area, String status, String product, Guard expected) {
        Optional<Refusal> refusal =
                Admission.refusal(zone("330226"), USCC, Optional.of(enterprise(area, status, product)));

        assertThat(refusal.map(Refusal::guard)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "91330226256029085J, 330226, true",
        "91330200256029085J, 330226, true",
        "91330282583986982X, 330226, false",
        "91100000256029085J, 330226, true",
        "91210112256029085J, 210100, true"
    })
    void shouldTakeTheRegistrationForTheSiteOfAnUnknownEnterprise(String uscc, String area, boolean admitted) {
        assertThat(Admission.refusal(zone(area), uscc, Optional.empty()).isEmpty())
                .isEqualTo(admitted);
    }

    @Test
    void shouldNameTheSiteThatIsOutside() {
        assertThat(Admission.refusal(zone("330226"), USCC, Optional.of(enterprise("210100", "ACTIVE", "9608"))))
                .hasValueSatisfying(refusal -> assertThat(refusal.detail()).contains("210100", "330226"));
    }

    private static Zone zone(String area) {
        Zone zone = new Zone(new UUID(0, 1), "ninghai-stationery", area, "test", Instant.EPOCH);
        zone.describe(new LocalizedName("宁海文具", null), new LocalizedName("文具", null), List.of("9608"));
        return zone;
    }

    private static EnterpriseState enterprise(String area, String status, String product) {
        String products = product.isEmpty() ? "" : "{\"hsCode\":\"" + product + "\"}";
        String told = "{\"uscc\":\"%s\",\"areaCode\":\"%s\",\"status\":\"%s\",\"products\":[%s]}"
                .formatted(USCC, area, status, products);
        try {
            return new ObjectMapper().readValue(told, EnterpriseState.class);
        } catch (JsonProcessingException unfit) {
            throw new IllegalArgumentException(told, unfit);
        }
    }
}
