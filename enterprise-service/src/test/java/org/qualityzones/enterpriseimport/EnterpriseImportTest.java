package org.qualityzones.enterpriseimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.enterprise.FictitiousUscc;
import org.qualityzones.enterprise.Scene;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.WithServers;

@QuarkusTest
@WithServers("enterprise")
class EnterpriseImportTest {
    private static final String PATH = Scene.ENTERPRISES + "/imports";
    private static final String CIXI = FictitiousUscc.of("330282", 5);

    @BeforeEach
    void empty() {
        Database.truncate();
    }

    @Test
    void shouldKeepGoodRowsNameBadOnesAndChangeNothingTheSecondTime() {
        String file = """
                {"uscc":"%s","name":{"zh":"宁海文具厂"},"areaCode":"330226","address":"宁海"}
                {"uscc":"91350200M000000510","name":{"zh":"某厂"},"areaCode":"330226","address":"x"}
                not json
                {"uscc":"%s","name":{"zh":"慈溪电器厂"},"areaCode":"330282","address":"慈溪","contacts":[{"name":"李"}]}
                {"uscc":"%s","name":{"zh":"云和玩具厂"},"areaCode":"331125","address":"云和"}
                """.formatted(NINGHAI, CIXI, Scene.YUNHE);
        assertThat(outcome("application/x-ndjson", file))
                .containsExactly("created", "refused", "refused", "created", "refused");
        long events = Database.number("select count(*) from outbox");
        assertThat(outcome("application/x-ndjson", file))
                .containsExactly("unchanged", "refused", "refused", "unchanged", "refused");
        assertThat(Database.number("select count(*) from outbox")).isEqualTo(events);
        Api.get(Scene.bureau(), Scene.ENTERPRISES).body("items", hasSize(2));
    }

    @Test
    void shouldAmendFromCsvAndKeepWhatTheFileDoesNotTell() {
        Scene.registerNinghai();
        String csv = "uscc,nameZh,nameEn,areaCode,address\n" + NINGHAI + ",宁海文具有限公司,,330226,\"跃龙街道, 2 号\"\n";
        assertThat(outcome("text/csv", csv)).containsExactly("amended");
        Api.get(Scene.bureau(), Scene.path(NINGHAI))
                .body("name.zh", equalTo("宁海文具有限公司"))
                .body("address", equalTo("跃龙街道, 2 号"))
                .body("contacts", hasSize(1))
                .body("certifications", hasSize(1))
                .body("version", equalTo(2));
    }

    @Test
    void shouldFailAFileWithoutItsHeader() {
        String job = Api.upload(Scene.bureau(), PATH, "text/csv", "code,name\n1,2\n")
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(20)).until(() -> "FAILED"
                .equals(Api.get(Scene.bureau(), job).extract().path("state")));
    }

    private static List<String> outcome(String type, String file) {
        String job = Api.upload(Scene.bureau(), PATH, type, file)
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(20)).until(() -> "SUCCEEDED"
                .equals(Api.get(Scene.bureau(), job).extract().path("state")));
        String results = Api.get(Scene.bureau(), job).extract().path("resultUrl");
        return Api.get(Scene.bureau(), results)
                .extract()
                .asString()
                .lines()
                .map(line -> line.replaceAll(".*\"status\":\"([a-z]+)\".*", "$1"))
                .toList();
    }
}
