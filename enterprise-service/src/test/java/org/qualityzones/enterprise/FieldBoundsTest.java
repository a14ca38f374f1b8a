package org.qualityzones.enterprise;

import static org.qualityzones.enterprise.Scene.AGENT;
import static org.qualityzones.enterprise.Scene.ENTERPRISES;
import static org.qualityzones.enterprise.Scene.NINGHAI;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.testing.WithServers;
import org.qualityzones.testing.bounds.FieldBounds;
import org.qualityzones.testing.bounds.FieldBounds.Sample;
import org.qualityzones.web.Roles;

@QuarkusTest
@WithServers("enterprise")
class FieldBoundsTest {
    private static final String ONE = ENTERPRISES + "/{uscc}";
    private static final String NOBODYS = "01a20000-0000-7000-8000-000000000001";
    private static final String ENTERPRISE = """
            {"uscc":"%s","name":{"zh":"宁海文具厂","en":"Works"},"areaCode":"330226","address":"a",
             "contacts":[{"name":"n","phone":"1","email":"a@example.com"}],
             "certifications":[{"scheme":"ISO9001","number":"Q-1","validUntil":"2027-06-30"}]}""";
    private static final String PRODUCT =
            "{\"hsCode\":\"9608100000\",\"name\":{\"zh\":\"笔\",\"en\":\"pen\"},\"brand\":\"b\",\"model\":\"m\",\"standard\":\"s\"}";
    private static final String TRANSITION = "{\"action\":\"approve\",\"reason\":\"r\"}";

    @BeforeEach
    void register() {
        Database.truncate();
        Scene.registerNinghai();
    }

    @Test
    void shouldHoldEveryBoundOfEveryField() {
        String path = Scene.path(NINGHAI);
        FieldBounds.check(
                Map.ofEntries(
                        sample(
                                "POST " + ENTERPRISES,
                                ENTERPRISES,
                                ENTERPRISE.formatted(FictitiousUscc.of("330226", 5))),
                        sample("PUT " + ONE, path, ENTERPRISE.formatted(NINGHAI)),
                        sample(
                                "PUT " + ONE + "/agents/{agentUscc}",
                                path + "/agents/" + AGENT,
                                "{\"from\":\"2026-01-01\",\"until\":\"2026-12-31\"}"),
                        sample("POST " + ONE + "/class-assessments", path + "/class-assessments", """
                                {"proposedClass":"CLASS_2","elements":[{"element":"PERSONNEL","score":8}],"reason":"r",
                                 "restores":"%s"}""".formatted(
                                        NOBODYS)),
                        sample(
                                "POST " + ONE + "/class-assessments/{id}/transitions",
                                path + "/class-assessments/" + NOBODYS + "/transitions",
                                TRANSITION),
                        sample("POST " + ONE + "/credit-records", path + "/credit-records", """
                                {"kind":"PENALTY","category":"PRODUCT_QUALITY","severity":"MINOR","level":"A",
                                 "occurredOn":"2026-01-01","until":"2027-01-01","reason":"r","instrument":"i"}"""),
                        sample(
                                "POST " + ONE + "/credit-records/{id}/transitions",
                                path + "/credit-records/" + NOBODYS + "/transitions",
                                TRANSITION),
                        sample("POST " + ONE + "/products", path + "/products", PRODUCT),
                        sample("PUT " + ONE + "/products/{id}", path + "/products/" + NOBODYS, PRODUCT),
                        Map.entry(
                                "POST /api/v1/enterprise/parked-letters/{id}/discards",
                                new Sample(
                                        Tokens.of(Roles.OPERATOR).build(),
                                        "/api/v1/enterprise/parked-letters/" + NOBODYS + "/discards",
                                        "{\"reason\":\"r\"}")),
                        sample("POST " + ONE + "/transitions", path + "/transitions", """
                                {"action":"suspend","reason":"r","scope":"ALL","from":"2026-01-01","until":"2026-12-31"}""")),
                "action",
                "email");
    }

    private static Map.Entry<String, Sample> sample(String operation, String path, String body) {
        return Map.entry(operation, new Sample(Scene.bureau(), path, body));
    }
}
