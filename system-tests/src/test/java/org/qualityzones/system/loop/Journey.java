package org.qualityzones.system.loop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.qualityzones.system.client.Answer;
import org.qualityzones.system.client.CreditCode;
import org.qualityzones.system.client.Json;
import org.qualityzones.system.client.PatientClient;
import org.qualityzones.system.client.Samples;
import org.qualityzones.system.oracle.Expected;

/** One way through the loop by an enterprise of its own, patient with everything that fails on the way. */
public abstract class Journey {

    /** Roles that the journeys act in. */
    interface Office {
        PatientClient as(String role);

        /** Whether the last journeys are under way: no fault comes any more. */
        boolean isClosing();

        static Office of(Function<String, PatientClient> roles, BooleanSupplier closing) {
            return new Office() {
                @Override
                public PatientClient as(String role) {
                    return roles.apply(role);
                }

                @Override
                public boolean isClosing() {
                    return closing.getAsBoolean();
                }
            };
        }
    }

    private static final int LONGEST_PAUSE_MILLIS = 1500;

    final String uscc;
    final Expected expected;
    private final Office office;
    private final Random random;

    Journey(String uscc, Office office, Expected expected, Random random) {
        this.uscc = uscc;
        this.office = office;
        this.expected = expected;
        this.random = random;
    }

    /** From the register to the end of the loop; fails when an answer is not what it must be. */
    public abstract void walk();

    /** Code of a producer of Ninghai that does not exist. */
    public static String producer(Random random) {
        return CreditCode.of("330226", "XX%06d".formatted(random.nextInt(1_000_000)));
    }

    PatientClient as(String role) {
        return office.as(role);
    }

    /** Until inspection-service knows the enterprise at this version: what is declared then is not decided again for it. */
    void awaitKnown(long version) {
        as("AUDITOR")
                .until(
                        "/api/v1/decisions/evaluations",
                        question(Samples.declaration(uscc)),
                        answer -> answer.at("/lines/0/asOf/producer").asLong() >= version);
    }

    Answer register() {
        Answer registered = as("BUREAU").post("/api/v1/enterprises", Samples.enterprise(uscc));
        expected.event("qz.enterprise", uscc, "enterprise.registered", uscc);
        expected.audit("enterprise.register", uscc);
        rest();
        return registered;
    }

    /** Files a declaration; its first events depend on what was decided. */
    Answer declare(ObjectNode body) {
        Answer filed = as("BUREAU").post("/api/v1/declarations", body);
        String id = filed.text("/id");
        expected.event("qz.declaration", id, "declaration.decided", uscc);
        expected.audit("declaration.file", id);
        expected.outcome(id, filed.text("/outcome"));
        if (filed.text("/lines/0/decision/basis").equals("DEGRADED")) {
            expected.provisional(id);
        }
        if (filed.text("/clearance/state").equals("CLEARED")) {
            expected.event("qz.declaration", id, "declaration.clearance-changed", uscc);
        }
        rest();
        return filed;
    }

    /** A toy outside of the catalogue: nobody must inspect it unless a warning says so. */
    ObjectNode toy() {
        ObjectNode declaration = Samples.declaration(uscc);
        declaration.put("certificateRequested", false);
        ((ObjectNode) declaration.at("/lines/0")).put("hsCode", "9503000000").put("product", "toy");
        return declaration;
    }

    /** What inspection-service would decide now. */
    ObjectNode question(ObjectNode declaration) {
        ObjectNode question = Json.object("{}");
        question.set("declaration", declaration);
        question.put("draw", "0.5");
        return question;
    }

    static ObjectNode action(String action) {
        return Json.object("{'action': '%s', 'reason': 'A journey of the fault tests'}".formatted(action));
    }

    static void require(boolean holds, String what, Answer answer) {
        if (!holds) {
            throw new AssertionError(what + ": " + answer);
        }
    }

    /** A while that differs, so that faults meet every step; none once the faults are over. */
    void rest() {
        Duration rest = Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS));
        if (!office.isClosing()) {
            LockSupport.parkNanos(rest.toNanos());
        }
    }
}
