package org.qualityzones.ruleset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.qualityzones.facts.Fields;

/** What every entry of a rule set has: a title and citations. */
final class Entries {

    private Entries() {}

    static Title title(Fields entry) {
        return entry.node("title") == null
                ? entry.wrong("title", "required", "A title in zh and en is required", new Title("", ""))
                : entry.nested("title", title -> new Title(title.required("zh"), title.required("en")));
    }

    static List<Citation> citations(Fields entry) {
        List<Citation> citations = List.copyOf(entry.objects("citations", Entries::citation));
        for (int i = 0; i < citations.size(); i++) {
            List<String> continues = citations.get(i).continues();
            for (int j = 0; j < continues.size(); j++) {
                String carriedOn = continues.get(j);
                if (citations.stream().noneMatch(cited -> cited.instrument().equals(carriedOn))) {
                    entry.wrongAt(
                            "citations/" + i + "/continues/" + j,
                            "unknown-name",
                            "An instrument that is cited at the same place is expected");
                }
            }
        }
        return citations;
    }

    private static Citation citation(Fields citation) {
        Citation read = new Citation(
                citation.required("instrument"),
                citation.text("article", null),
                citation.text("text", null),
                date(citation, "effectiveFrom"),
                date(citation, "effectiveTo"),
                citation.required("status", Citation.Status.class),
                citation.required("provenance", Citation.Provenance.class),
                citation.text("source", null),
                citation.flag("continuedPractice", false),
                List.copyOf(citation.texts("continues")),
                citation.text("reason", null));
        boolean configured = read.provenance() == Citation.Provenance.CONFIGURED;
        if (configured != read.instrument().equals(Citation.CONFIGURATION)) {
            citation.wrong(
                    "instrument", "provenance", "What is CONFIGURED, and nothing else, cites configuration", null);
        }
        if (!configured && read.source() == null) {
            citation.wrong("source", "required", "What was found says where", null);
        }
        if (read.continuedPractice() && (!configured || read.reason() == null)) {
            citation.wrong("reason", "required", "A continued practice is CONFIGURED and has a person's reason", null);
        }
        if (citation.node("continues") != null
                && (!read.continuedPractice() || read.continues().isEmpty())) {
            citation.wrong(
                    "continues", "choice", "A continued practice names at least one instrument here, or none", null);
        }
        return read;
    }

    private static LocalDate date(Fields citation, String name) {
        String text = citation.text(name, null);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return citation.wrong(name, "date", "A date such as 2026-11-21 is expected", null);
        }
    }
}
