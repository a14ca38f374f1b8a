package org.qualityzones.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameworkSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_INIT_AND_EXIT",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                "QUARKUS_TLS_IDENTITY_TRUST_STORE_PEM_CERTS",
                "QUARKUS_FLYWAY_PLACEHOLDERS_APPROLE",
                "KAFKA_SASL_JAAS_CONFIG"
            })
    void shouldKnowWhatIsReadUnderAnyChosenName(String variable) {
        assertThat(FrameworkSettings.reads(variable)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_INIT_AND_LEAVE",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLE",
                "QUARKUS_TLS_IDENTITY_TRUST_STORE_PEM_CERT",
                "QUARKUS_FLYWAY_PLACEHOLDERS",
                "KAFKA_SASL_JAAS",
                "SPRING_PROFILES_ACTIVE"
            })
    void shouldNotKnowWhatNothingReads(String variable) {
        assertThat(FrameworkSettings.reads(variable)).isFalse();
    }

    /** The table of the README explains settings; it cannot make any. */
    @Test
    void shouldKnowAllThatTheReadmeExplains() {
        assertThat(Documented.framework()).hasSizeGreaterThan(5).allMatch(FrameworkSettings::reads);
    }
}
