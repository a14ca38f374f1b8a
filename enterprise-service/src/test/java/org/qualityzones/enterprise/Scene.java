package org.qualityzones.enterprise;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Tokens;
import org.qualityzones.web.Roles;

/** Callers and enterprises that tests meet: two bureaus, their areas, and what is registered there. */
public final class Scene {
    public static final String ENTERPRISES = "/api/v1/enterprises";
    public static final String NINGHAI = FictitiousUscc.of("330226", 1);
    public static final String YUNHE = FictitiousUscc.of("331125", 2);
    public static final String AGENT = FictitiousUscc.of("330203", 9);

    private Scene() {}

    public static String bureau() {
        return Tokens.of(Roles.BUREAU).areas("3302").bureau("ningbo").build();
    }

    /** A second person of the same bureau. */
    public static String secondOfBureau() {
        return Tokens.of(Roles.BUREAU)
                .areas("3302")
                .bureau("ningbo")
                .subject("second")
                .build();
    }

    public static String otherBureau() {
        return Tokens.of(Roles.BUREAU).areas("3301", "3311").bureau("zhejiang").build();
    }

    public static String enterprise(String uscc) {
        return Tokens.of(Roles.ENTERPRISE).uscc(uscc).build();
    }

    public static String path(String uscc) {
        return ENTERPRISES + "/" + uscc;
    }

    public static void registerNinghai() {
        Api.post(bureau(), ENTERPRISES, registration(NINGHAI, "330226")).statusCode(201);
    }

    public static Map<String, Object> registration(String uscc, String area) {
        return Map.of(
                "uscc",
                uscc,
                "name",
                Map.of("zh", "宁海文具厂", "en", "Ninghai Stationery Works"),
                "areaCode",
                area,
                "address",
                "宁海县跃龙街道 1 号",
                "contacts",
                List.of(Map.of("name", "王小明", "phone", "+86 574 0000 0000", "email", "wang@example.com")),
                "certifications",
                List.of(Map.of("scheme", "ISO9001", "number", "Q-1", "validUntil", "2027-06-30")));
    }

    /** PUT without If-Match. */
    public static io.restassured.response.ValidatableResponse put(String token, String path, Object body) {
        return Api.as(token).contentType(ContentType.JSON).body(body).put(path).then();
    }

    public static int version(String uscc) {
        return Api.get(bureau(), path(uscc)).extract().path("version");
    }
}
