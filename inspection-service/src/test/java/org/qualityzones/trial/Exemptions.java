package org.qualityzones.trial;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Tokens;
import org.qualityzones.web.Roles;

/** The way of an application from the producer to the certificate, step by step. */
public final class Exemptions {

    public static final String APPLICATIONS = "/api/v1/exemption-applications";
    public static final String CERTIFICATES = "/api/v1/certificates";
    public static final String AUTHORITY = authority("first");
    public static final String SECOND_AUTHORITY = authority("second");

    private Exemptions() {}

    public static Map<String, Object> application(String uscc, String... hsPrefixes) {
        Map<String, Object> command = new HashMap<>();
        command.put("uscc", uscc);
        command.put("product", "pens");
        command.put("hsPrefixes", List.of(hsPrefixes));
        command.put("standard", "GB/T 26714-2011");
        return command;
    }

    public static ValidatableResponse apply(Map<String, Object> command) {
        return Api.post(Callers.enterprise((String) command.get("uscc")), APPLICATIONS, command);
    }

    /** Files an application. @return its id */
    public static String applied(Map<String, Object> command) {
        return apply(command).statusCode(201).extract().path("id");
    }

    /** One step of an application in its present version. */
    public static ValidatableResponse step(String token, String id, String action) {
        return step(token, id, Map.of("action", action, "reason", "as the file shows"));
    }

    public static ValidatableResponse step(String token, String id, Map<String, Object> body) {
        return Api.transition(token, APPLICATIONS + "/" + id, version(APPLICATIONS + "/" + id), body);
    }

    /** Takes an application as far as the proposal. */
    public static void propose(String id) {
        step(Callers.bureau(), id, "file").statusCode(200);
        List.of("accept", "start-review", "propose")
                .forEach(action -> step(AUTHORITY, id, action).statusCode(200));
    }

    /** Applies and has it approved. @return number of the certificate */
    public static String granted(Map<String, Object> command) {
        String id = applied(command);
        propose(id);
        return step(SECOND_AUTHORITY, id, "approve").statusCode(200).extract().path("certificate");
    }

    /** One step of a certificate in its present version. */
    public static ValidatableResponse move(String number, Map<String, Object> body) {
        return Api.transition(AUTHORITY, CERTIFICATES + "/" + number, version(CERTIFICATES + "/" + number), body);
    }

    public static ValidatableResponse move(String number, String action) {
        return move(number, Map.of("action", action, "reason", "as found"));
    }

    public static ValidatableResponse certificate(String number) {
        return Api.get(AUTHORITY, CERTIFICATES + "/" + number).statusCode(200);
    }

    private static int version(String path) {
        return Api.get(AUTHORITY, path).statusCode(200).extract().path("version");
    }

    private static String authority(String person) {
        return Tokens.of(Roles.AUTHORITY).subject("authority-" + person).build();
    }
}
