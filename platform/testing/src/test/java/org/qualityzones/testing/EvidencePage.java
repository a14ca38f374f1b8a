package org.qualityzones.testing;

import java.util.Comparator;
import java.util.List;
import org.qualityzones.testing.Evidence.Finding;
import org.qualityzones.testing.Evidence.Standing;

/** The text of {@code docs/evidence.md}. */
final class EvidencePage {

    private static final int COMMIT_DIGITS = 8;

    private EvidencePage() {}

    static String of(Evidence evidence) {
        StringBuilder page = new StringBuilder("""
                # Evidence

                What the suite claims in figures, and what was measured. Written by `./run evidence` from the reports in
                [docs/evidence](evidence), which are committed as `./run bench` and `./run faults` wrote them; a test compares. A claim
                without a figure fails the build, a figure that misses its bar stands first. Figures are medians, with the least and the greatest.
                """);
        List<Finding> findings = evidence.findings();
        List<Finding> open = findings.stream()
                .filter(finding -> finding.standing() != Standing.HOLDS)
                .sorted(Comparator.comparing(Finding::standing))
                .toList();
        page.append("\n## What does not hold\n\n");
        if (findings.isEmpty()) {
            page.append("No figure is claimed.\n");
        } else if (open.isEmpty()) {
            page.append("Every claim below was measured and meets its bar.\n");
        } else {
            page.append("| Claim | Bar | Figure | | Why |\n|---|---|---|---|---|\n");
            open.forEach(finding -> page.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            cell(finding.claim().text()),
                            finding.claim().barText(),
                            finding.figure(),
                            finding.standing().text(),
                            cell(finding.why()))));
        }
        page.append("\n## Claims\n\n| Claim | Bar | Figure | | Report |\n|---|---|---|---|---|\n");
        findings.forEach(finding -> page.append("| %s | %s | %s | %s | %s, `%s` |%n"
                .formatted(
                        cell(finding.claim().text()),
                        finding.claim().barText(),
                        finding.figure(),
                        finding.standing().text(),
                        finding.claim().report(),
                        finding.claim().source())));
        page.append("\n## Reports\n\n");
        page.append(
                "| Report | Measured at | Commit | Machine | Profile | Seed | Command |\n|---|---|---|---|---|---|---|\n");
        evidence.reports().forEach(report -> page.append(origin(report)));
        evidence.reports().stream()
                .filter(report -> report.figures().findAny().isPresent())
                .forEach(report -> page.append(figures(report)));
        page.append(leftOut(evidence));
        return page.toString();
    }

    /** What reports say that they leave out, each once however many say so. */
    private static String leftOut(Evidence evidence) {
        List<String> all = evidence.reports().stream()
                .flatMap(report -> report.json().path("leftOut").properties().stream())
                .map(one -> "- " + one.getKey() + " " + one.getValue().asText() + "\n")
                .distinct()
                .toList();
        return all.isEmpty() ? "" : "\n### Left out of the fault checks\n\n" + String.join("", all);
    }

    private static String origin(EvidenceReport report) {
        String commit = report.text("/commit");
        return "| [%s](evidence/%s.json) | %s | %s%s | %s, %s cores, %s MiB, Linux %s, Java %s | %s | %s | `%s` |%n"
                .formatted(
                        report.name(),
                        report.name(),
                        report.text("/at"),
                        commit.substring(0, Math.min(COMMIT_DIGITS, commit.length())),
                        report.text("/modified").equals("true") ? ", changed" : "",
                        cell(report.text("/machine/processor")),
                        report.text("/machine/cores"),
                        report.text("/machine/memoryMiB"),
                        report.text("/machine/kernel"),
                        report.text("/machine/java"),
                        report.text("/profile"),
                        report.text("/seed"),
                        report.text("/command"));
    }

    private static String figures(EvidenceReport report) {
        StringBuilder section = new StringBuilder("\n### " + report.name() + "\n\n");
        report.doubts()
                .forEach(doubt -> section.append("Not trusted: ").append(doubt).append(".\n\n"));
        section.append("| Figure | | |\n|---|---|---|\n");
        report.figures()
                .forEach(figure -> section.append("| `%s` | %s | %s |%n"
                        .formatted(
                                figure.path("id").asText(),
                                cell(figure.path("text").asText()),
                                EvidenceReport.text(figure))));
        return section.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
