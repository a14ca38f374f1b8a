package org.qualityzones.lifecycle;

import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.qualityzones.testing.Api;
import org.qualityzones.zone.Callers;

/** What people do with one zone, over HTTP, each with the version they have just read. */
public final class Journey {
    private static final String[] CONDITIONS = {"CLUSTERING", "TRADE_SCALE", "QUALITY_LEVEL", "ORGANISATION"};
    private static final String[] ITEMS = {
        "coordination-body:10", "performance-evaluation:8", "plan-and-budget:7",
        "entry-and-exit:8", "quality-files:8", "integrity:9",
        "information:8", "early-warning:9", "tracing:8",
        "testing-platform:9", "standards-and-measures:8", "brand-and-training:8"
    };

    private final String code;
    private final String path;
    private String application;

    public Journey(String code) {
        this.code = code;
        this.path = "/api/v1/zones/" + code;
    }

    String body(String zone, String area) {
        return """
                {"code":"%s","name":{"zh":"宁海"},"areaCode":"%s","industry":{"zh":"文具"},"hsPrefixes":["9608"]}""".formatted(zone, area);
    }

    public ValidatableResponse create() {
        return Api.post(Callers.ninghai(), "/api/v1/zones", body(code, "330226"));
    }

    /** The zone with a grade since 2016, by import. */
    public void imported(String level, String until) {
        String file =
                "code,nameZh,nameEn,areaCode,industryZh,industryEn,hsPrefixes,level,gradedFrom,gradedUntil,provenance,source\n"
                        + code + ",宁海,,330226,文具,,9608," + level + ",2016-06-01," + until + ",SEED,test\n";
        String job = Api.as(Callers.authority())
                .header("Idempotency-Key", Api.newKey())
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/zones/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await().until(() -> "SUCCEEDED"
                .equals(Api.get(Callers.authority(), job).extract().path("state")));
    }

    public ValidatableResponse get() {
        return Api.get(Callers.auditor(), path);
    }

    public ValidatableResponse act(String token, String action) {
        return actWith(token, "{\"action\":\"" + action + "\",\"reason\":\"test\"}");
    }

    ValidatableResponse actWith(String token, String command) {
        int version = get().extract().path("version");
        return Api.transition(token, path, version, command);
    }

    void draft(String level) {
        draft(level, CONDITIONS);
    }

    void draft(String level, String... conditions) {
        String evidence = Arrays.stream(conditions)
                .map(condition -> "{\"condition\":\"" + condition + "\",\"statement\":\"shown\"}")
                .collect(Collectors.joining(","));
        application = Api.post(
                        Callers.ninghai(),
                        path + "/applications",
                        "{\"targetLevel\":\"" + level + "\",\"evidence\":[" + evidence + "]}")
                .statusCode(201)
                .extract()
                .header("Location");
    }

    ValidatableResponse move(String token, String action) {
        return Api.transition(
                token, application, applicationVersion(), "{\"action\":\"" + action + "\",\"reason\":\"test\"}");
    }

    /** An application of a new zone, or of one with the grade below, that was submitted. */
    void submitted(String level) {
        if (level.equals("NATIONAL")) {
            imported("PROVINCIAL", "");
        } else {
            create().statusCode(201);
        }
        draft(level);
        move(Callers.ninghai(), "submit").statusCode(200);
    }

    void nationalAccepted() {
        submitted("NATIONAL");
        move(Callers.ningbo(), "accept").statusCode(200);
    }

    /** Assessed by the team of authority-a. */
    void nationalAssessing(double points, String... vetoes) {
        nationalAccepted();
        move(Callers.ningbo(), "recommend").statusCode(200);
        move(Callers.authority("authority-a"), "start-assessment").statusCode(200);
        score(Callers.authority("authority-a"), points, vetoes).statusCode(200);
    }

    ValidatableResponse score(String token, double points, String... vetoes) {
        return Api.put(token, application + "/assessment", applicationVersion(), sheet(points, vetoes));
    }

    ValidatableResponse scoreReview(String token, double points) {
        int version = get().extract().path("version");
        return Api.put(token, path + "/review", version, sheet(points));
    }

    ValidatableResponse enter(String token, String uscc) {
        return Api.post(token, path + "/members", "{\"uscc\":\"" + uscc + "\",\"since\":\"2020-01-01\"}");
    }

    public void member(String uscc) {
        enter(Callers.ningbo(), uscc).statusCode(201);
    }

    ValidatableResponse getMember(String uscc) {
        return Api.get(Callers.auditor(), path + "/members/" + uscc);
    }

    ValidatableResponse memberAct(String token, String uscc, String command) {
        int version = getMember(uscc).extract().path("version");
        return Api.transition(token, path + "/members/" + uscc, version, command);
    }

    ValidatableResponse title(String uscc) {
        return memberAct(
                Callers.ningbo(),
                uscc,
                "{\"action\":\"grant-title\",\"kind\":\"DEMONSTRATION\",\"from\":\"2026-01-01\"}");
    }

    void exempt(String... roll) {
        String list = Arrays.stream(roll).map(uscc -> "\"" + uscc + "\"").collect(Collectors.joining(","));
        Api.post(Callers.authority(), path + "/measures", """
                        {"measure":"WHOLE_ZONE_EXEMPTION","hsPrefixes":["9608"],"roll":[%s],"from":"2026-01-01",
                         "citations":[{"instrument":"test","provenance":"CONFIGURED"}]}""".formatted(list)).statusCode(201);
    }

    private int applicationVersion() {
        return Api.get(Callers.auditor(), application).statusCode(200).extract().path("version");
    }

    /** Full points from the first item on until {@code points} are given. */
    private static String sheet(double points, String... vetoes) {
        BigDecimal left = BigDecimal.valueOf(points);
        StringBuilder scores = new StringBuilder();
        for (String item : ITEMS) {
            BigDecimal given = left.min(new BigDecimal(item.substring(item.indexOf(':') + 1)));
            left = left.subtract(given);
            scores.append(scores.isEmpty() ? "" : ",")
                    .append("{\"item\":\"")
                    .append(item, 0, item.indexOf(':'))
                    .append("\",\"points\":")
                    .append(given.toPlainString())
                    .append('}');
        }
        String found = Arrays.stream(vetoes)
                .map(veto -> "{\"item\":\"" + veto + "\",\"finding\":\"found\"}")
                .collect(Collectors.joining(","));
        return "{\"sheet\":\"2026.1\",\"team\":[\"authority-a\"],\"scores\":[" + scores + "],\"vetoes\":[" + found
                + "]}";
    }
}
