package org.qualityzones.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;

/** What is done after a decision, as the tests say it: a lot that is sampled, its inspection and its result. */
public final class Work {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Work() {}

    /** A certificate is requested, so the lot is sampled: 50 000 pieces, plans A 500/0, B 500/21, C 315/21. */
    public static ObjectNode sampled(String lotNo) {
        ObjectNode filing = Filing.by(Codes.NINGHAI).put("certificateRequested", true);
        Filing.firstLine(filing).put("lotNo", lotNo);
        return filing;
    }

    /** Files a declaration. @return its id */
    public static String file(ObjectNode filing) {
        return Api.post(Callers.enterprise(Codes.NINGHAI), "/api/v1/declarations", filing)
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static ValidatableResponse declaration(String id) {
        return Api.get(Callers.bureau(), "/api/v1/declarations/" + id).statusCode(200);
    }

    /** The newest inspection of a declaration. */
    public static String inspectionOf(String declaration) {
        return Api.get(Callers.bureau(), "/api/v1/inspections?declaration=" + declaration)
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    /** A result by those plans. */
    public static ObjectNode result(long nonconformingB) {
        ObjectNode result = JSON.createObjectNode();
        add(result, "A", 500, 0);
        add(result, "B", 500, nonconformingB);
        add(result, "C", 315, 0);
        return result;
    }

    public static void add(ObjectNode result, String nonconformityClass, long inspected, long nonconforming) {
        result.withArray("samples")
                .addObject()
                .put("nonconformityClass", nonconformityClass)
                .put("inspected", inspected)
                .put("nonconforming", nonconforming);
    }

    public static ValidatableResponse record(String inspection, ObjectNode result) {
        return Api.post(Callers.inspector(), "/api/v1/inspections/" + inspection + "/results", result);
    }

    /** Files a lot and has it not accepted. @return id of the declaration */
    public static String rejectedLot(String lotNo) {
        String declaration = file(sampled(lotNo));
        record(inspectionOf(declaration), result(22)).statusCode(201);
        return declaration;
    }

    /** Id of the newest corrective action of the producer. */
    public static String correctiveAction() {
        return Api.get(Callers.bureau(), "/api/v1/corrective-actions?producer=" + Codes.NINGHAI)
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    /** One step of a corrective action in its present version. */
    public static ValidatableResponse step(String token, String action, Object body) {
        int version =
                Api.get(token, "/api/v1/corrective-actions/" + action).extract().path("version");
        return Api.transition(token, "/api/v1/corrective-actions/" + action, version, body);
    }

    /** A warning of level 3 about the goods, so that their documents are verified. */
    public static void watch() {
        Database.execute("insert into risk_warning_copy (id, version, lifted, level, measure,"
                + " hs_prefix, valid_from) values ('w-1', 1, false, 3, 'TIGHTEN', '9608', '2020-01-01')");
    }
}
