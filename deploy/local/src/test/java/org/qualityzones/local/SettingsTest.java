package org.qualityzones.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qualityzones.servers.KafkaServer;

class SettingsTest {

    @Test
    void shouldTakePortsFromTheEnvironment() {
        Settings settings = new Settings(Map.of("QZ_ZONE_PORT", "7001"));
        assertThat(settings.port(Component.ZONE)).isEqualTo(7001);
        assertThat(settings.managementPort(Component.ZONE)).isEqualTo(8001);
        assertThat(settings.port(Component.GATEWAY)).isEqualTo(8080);
        assertThat(settings.managementPort(Component.KEYCLOAK)).isEqualTo(9180);
        assertThat(settings.managementPort(Component.KAFKA)).isEqualTo(19093);
    }

    @Test
    void shouldNameTheVariableThatIsNoPort() {
        for (String value : List.of("0", "65536", "many", "-1")) {
            Settings settings = new Settings(Map.of("QZ_KAFKA_PORT", value));
            assertThatThrownBy(() -> settings.port(Component.KAFKA))
                    .hasMessage("QZ_KAFKA_PORT is not a port: " + value);
        }
    }

    @Test
    void shouldPreferAServicesOwnJavaOptions() {
        Settings settings = new Settings(Map.of("QZ_JAVA_OPTIONS", "-Xmx1g", "QZ_ZONE_JAVA_OPTIONS", "-Xmx2g  -ea"));
        assertThat(settings.javaOptions(Component.ZONE)).containsExactly("-Xmx2g", "-ea");
        assertThat(settings.javaOptions(Component.GATEWAY)).containsExactly("-Xmx1g");
    }

    @Test
    void shouldStartTheBrokerQuicklyUnlessItsOwnJavaOptionsAreGiven() {
        assertThat(new Settings(Map.of("QZ_JAVA_OPTIONS", "-Xmx1g")).kafkaJavaOptions())
                .isEqualTo(KafkaServer.QUICK_START);
        assertThat(new Settings(Map.of("QZ_KAFKA_JAVA_OPTIONS", "-Xmx1g -ea")).kafkaJavaOptions())
                .containsExactly("-Xmx1g", "-ea");
    }

    @Test
    void shouldGiveEachServiceItsOwnDatabaseRolesAndKeys(@TempDir Path folder) {
        SecretStore secrets = new SecretStore(folder.resolve("secrets.env"));
        ServiceEnvironment environment = new ServiceEnvironment(new Settings(Map.of()), secrets, false);
        assertThat(environment.of(Component.NOTIFICATION))
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:15432/qz_notification")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "notification_app")
                .containsEntry("QUARKUS_FLYWAY_USERNAME", "notification_owner")
                .containsEntry("QZ_WEBHOOK_ALLOW", "http://127.0.0.1:18090-18099")
                .containsKey("QZ_SEALING_KEY");
        assertThat(environment.of(Component.GATEWAY))
                .containsEntry("QZ_GATEWAY_UPSTREAMS_ZONE", "http://127.0.0.1:8081")
                .containsEntry("QZ_GATEWAY_UPSTREAMS_ZONE_MANAGEMENT", "http://127.0.0.1:9081")
                .doesNotContainKey("QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void shouldOfferEveryVariableOfTheContract(@TempDir Path folder) {
        SecretStore secrets = new SecretStore(folder.resolve("secrets.env"));
        Map<String, String> values =
                StackEnv.of(new Settings(Map.of()), secrets, List.of("he.min")).values();
        for (DemoClient client : DemoClient.values()) {
            assertThat(values).containsKeys("CLIENT_" + client + "_ID", "CLIENT_" + client + "_SECRET");
        }
        assertThat(values)
                .containsKeys("GATEWAY_URL", "KEYCLOAK_URL", "REALM", "ZONE_URL", "ENTERPRISE_URL", "INSPECTION_URL")
                .containsKeys("NOTIFICATION_URL", "KEYCLOAK_ADMIN_USERNAME", "KEYCLOAK_ADMIN_PASSWORD", "PG_HOST")
                .containsKeys("PG_PORT", "PG_SUPERUSER", "PG_PASSWORD", "KAFKA_BOOTSTRAP", "WEBHOOK_ALLOW")
                .containsKeys("CLIENT_ENTERPRISE_USCC", "CLIENT_ENTERPRISE_B_USCC", "PERSON_HE_MIN_PASSWORD")
                .containsEntry("CLIENT_BUREAU_AREAS", "3302");
    }
}
