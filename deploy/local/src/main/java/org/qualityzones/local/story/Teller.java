package org.qualityzones.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the story: numbered steps, what belongs to each below it, and the calls that it made. */
final class Teller {

    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;
    private final CallNotes calls;
    private int step;

    /** @param colours whether what is printed goes to a terminal that shows them */
    Teller(PrintStream out, boolean colours, CallNotes calls) {
        this.out = out;
        this.colours = colours;
        this.calls = calls;
    }

    void say(String line) {
        out.println(line);
    }

    /** Ends the step before and begins another. */
    void step(String title, String line) {
        end();
        step++;
        out.printf("%n%2d  %s%n    %s%n", step, title, line);
    }

    void more(String line) {
        out.println("    " + line);
    }

    /** Ends a step with the calls behind it. */
    void end() {
        for (String call : calls.take()) {
            String line = "      · " + call;
            out.println(colours ? DIM + line + PLAIN : line);
        }
    }

    /** Tells one decided line: outcome, reasons with citations, what else matters, clearance. */
    void decision(JsonNode line) {
        JsonNode decision = line.path("decision");
        more("line %d  %s, mode %s%s, facts %s"
                .formatted(
                        line.path("lineNo").asInt(),
                        decision.path("outcome").asText(),
                        decision.path("mode").asText(),
                        decision.path("drawn").isBoolean()
                                ? decision.path("drawn").asBoolean() ? ", drawn" : ", not drawn"
                                : "",
                        decision.path("basis").asText()));
        for (JsonNode reason : decision.path("reasons")) {
            more("        because " + reason.path("rule").asText() + " → "
                    + reason.path("effect").asText() + "  [" + citations(reason) + "]");
        }
        for (JsonNode plan : decision.path("samplingPlans")) {
            more("        nonconformities of class %s: sample %s of %s, accept up to %s%s"
                    .formatted(
                            plan.path("nonconformityClass").asText(),
                            plan.path("sampleSize").asText(),
                            plan.path("lotSize").asText(),
                            plan.path("accept").asText(),
                            plan.path("aql").isNull()
                                    ? ""
                                    : " (AQL " + plan.path("aql").asText() + ", level "
                                            + plan.path("level").asText() + ", "
                                            + plan.path("severity").asText() + ")"));
        }
        JsonNode clearance = line.path("clearance");
        more("        clearance " + clearance.path("state").asText()
                + (clearance.path("number").isTextual()
                        ? " " + clearance.path("number").asText()
                        : ""));
    }

    private static String citations(JsonNode reason) {
        List<String> texts = new ArrayList<>();
        for (JsonNode citation : reason.path("citations")) {
            String article = citation.path("article").asText("");
            texts.add(citation.path("instrument").asText()
                    + (article.isEmpty() || article.equals("null") ? "" : " art. " + article)
                    + (citation.path("status").asText().equals("REPEALED") ? " (repealed)" : ""));
        }
        return String.join("; ", texts);
    }

    /** {@code declaration.decided} of {@code org.qualityzones.declaration.decided.v1}. */
    static String shortType(String type) {
        return type.replaceFirst("^org\\.qualityzones\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    /** Milliseconds as a person reads them. */
    static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }
}
