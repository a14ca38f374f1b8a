package org.qualityzones.trial;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.qualityzones.testing.Api;
import org.qualityzones.testing.Database;
import org.qualityzones.testing.Tokens;
import org.qualityzones.web.Roles;

/** Overrides of decisions, as the tests say them. */
public final class Overrides {

    private static final String REASON = "Seal broken on two cartons";

    private Overrides() {}

    /** A warning of level 2 about the goods, so that each lot is sampled by direction. */
    public static void direct() {
        Database.execute("insert into risk_warning_copy (id, version, lifted, level, measure,"
                + " hs_prefix, valid_from) values ('w-2', 1, false, 2, 'TIGHTEN', '9608', '2020-01-01')");
    }

    /** The person who proposes. */
    public static String inspector() {
        return Tokens.of(Roles.INSPECTOR)
                .bureau("ningbo")
                .areas("3302")
                .subject("inspector-1")
                .build();
    }

    /** The second person. */
    public static String bureau() {
        return Tokens.of(Roles.BUREAU)
                .bureau("ningbo")
                .areas("3302")
                .subject("bureau-2")
                .build();
    }

    /** The decision in force of the first line. */
    public static String decision(String declaration) {
        return Work.declaration(declaration).extract().path("lines[0].decision.id");
    }

    public static String path(String decision) {
        return "/api/v1/decisions/" + decision + "/overrides";
    }

    public static ValidatableResponse propose(String decision, String outcome) {
        return Api.post(inspector(), path(decision), Map.of("outcome", outcome, "reason", REASON));
    }

    /** Proposes. @return path of the override */
    public static String proposed(String decision, String outcome) {
        String id = propose(decision, outcome).statusCode(201).extract().path("id");
        return path(decision) + "/" + id;
    }

    public static ValidatableResponse approve(String override) {
        return Api.transition(bureau(), override, 1, Map.of("action", "approve"));
    }

    /** Has the decision in force of the first line overridden. @return id of the new decision */
    public static String override(String declaration, String outcome) {
        return approve(proposed(decision(declaration), outcome))
                .statusCode(200)
                .extract()
                .path("newDecisionId");
    }
}
