package org.qualityzones.testing;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Claims and what the reports beside them say. */
record Evidence(List<EvidenceClaim> claims, List<EvidenceReport> reports) {

    private static final String CLAIMS = "claims.json";
    private static final String JSON = ".json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** How a claim stands, the worst first. */
    enum Standing {
        NOT_MEASURED("not measured"),
        MISSES("**misses its bar**"),
        NOT_TRUSTED("not trusted"),
        HOLDS("holds");

        private final String text;

        Standing(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** @param why it does not hold; empty where it does */
    record Finding(EvidenceClaim claim, Standing standing, String figure, String why) {}

    static Evidence in(Path folder) throws IOException {
        JsonNode claims = MAPPER.readTree(Files.readAllBytes(folder.resolve(CLAIMS)));
        List<EvidenceReport> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(JSON) && !name.equals(CLAIMS)) {
                    reports.add(new EvidenceReport(
                            name.substring(0, name.length() - JSON.length()),
                            MAPPER.readTree(Files.readAllBytes(file))));
                }
            }
        }
        return new Evidence(
                StreamSupport.stream(claims.spliterator(), false)
                        .map(EvidenceClaim::of)
                        .toList(),
                reports);
    }

    List<Finding> findings() {
        return claims.stream().map(this::finding).toList();
    }

    /** By the newest report that has its figure. */
    private Finding finding(EvidenceClaim claim) {
        return reports.stream()
                .filter(report -> concerns(report, claim))
                .sorted(Comparator.comparing(EvidenceReport::at).reversed())
                .flatMap(report -> report.figure(claim).stream().map(figure -> judged(claim, report, figure)))
                .findFirst()
                .orElseGet(
                        () -> new Finding(claim, Standing.NOT_MEASURED, "–", "measure it: " + command(claim.report())));
    }

    /** The claim's report, or a part of it such as {@code faults-2}. */
    private static boolean concerns(EvidenceReport report, EvidenceClaim claim) {
        return report.name().equals(claim.report()) || report.name().startsWith(claim.report() + "-");
    }

    private static Finding judged(EvidenceClaim claim, EvidenceReport report, EvidenceReport.Figure figure) {
        String doubts = String.join("; ", report.doubts());
        if (!figure.met()) {
            String reason = claim.reason().orElse("no reason given");
            return new Finding(
                    claim,
                    Standing.MISSES,
                    figure.text(),
                    doubts.isEmpty() ? reason : reason + "; not trusted: " + doubts);
        }
        return new Finding(claim, doubts.isEmpty() ? Standing.HOLDS : Standing.NOT_TRUSTED, figure.text(), doubts);
    }

    private static String command(String report) {
        return report.startsWith("bench-")
                ? "`./run bench " + report.substring("bench-".length()) + "`"
                : "`./run " + report + "`";
    }

    /** What must not be: each a sentence that says what to do about it. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Finding finding : findings()) {
            EvidenceClaim claim = finding.claim();
            if (finding.standing() == Standing.NOT_MEASURED) {
                faults.add("claim %s has no figure: %s of %s.json; %s, then ./run evidence"
                        .formatted(claim.id(), claim.source(), claim.report(), finding.why()));
            }
            if (finding.standing() == Standing.MISSES && claim.reason().isEmpty()) {
                faults.add(
                        "claim %s misses its bar (%s, not %s): say why as its \"reason\" in docs/evidence/claims.json"
                                .formatted(claim.id(), finding.figure(), claim.barText()));
            }
        }
        Set<String> ids = new HashSet<>();
        claims.stream()
                .filter(claim -> !ids.add(claim.id()))
                .forEach(claim -> faults.add("claim " + claim.id() + " is there twice"));
        reports.forEach(report -> faults.addAll(faults(report)));
        return faults;
    }

    private List<String> faults(EvidenceReport report) {
        List<String> faults = new ArrayList<>();
        report.unsaid().forEach(field -> faults.add(report.name() + ".json does not say its " + field));
        report.checks()
                .distinct()
                .filter(check -> claimsOf(report, check).findAny().isEmpty())
                .forEach(check -> faults.add(unclaimed(report, check, proposal(report, check))));
        report.figures().forEach(figure -> faults.addAll(faults(report, figure)));
        return faults;
    }

    /** Claims and bars of the report are the same, so that neither is made easier alone; a figure without bars says nothing. */
    private List<String> faults(EvidenceReport report, JsonNode figure) {
        String source = figure.path("id").asText();
        Map<EvidenceClaim.Bar, JsonNode> bars = new LinkedHashMap<>();
        figure.path("bars").forEach(bar -> bars.put(EvidenceClaim.Bar.of(bar, figure), bar));
        List<EvidenceClaim> claimed = claimsOf(report, source).toList();
        List<String> faults = new ArrayList<>();
        bars.forEach((bar, json) -> {
            if (claimed.stream().noneMatch(claim -> claim.bar().equals(Optional.of(bar)))) {
                faults.add(unclaimed(report, source, proposal(report, figure, json)));
            }
        });
        claimed.stream()
                .filter(claim ->
                        !bars.isEmpty() && !bars.containsKey(claim.bar().orElseThrow()))
                .forEach(claim -> faults.add("claim %s has the bar %s, %s of %s.json was measured against %s"
                        .formatted(
                                claim.id(),
                                claim.barText(),
                                source,
                                report.name(),
                                bars.keySet().stream()
                                        .map(EvidenceClaim.Bar::text)
                                        .collect(joining(", ")))));
        return faults;
    }

    private Stream<EvidenceClaim> claimsOf(EvidenceReport report, String source) {
        return claims.stream().filter(claim -> concerns(report, claim)).filter(claim -> claim.source()
                .equals(source));
    }

    private static String unclaimed(EvidenceReport report, String source, String proposal) {
        return "%s of %s.json has a bar and no claim: add one to docs/evidence/claims.json, such as %s"
                .formatted(source, report.name(), proposal);
    }

    /** A claim to put into the list, as the report words it. */
    private static String proposal(EvidenceReport report, JsonNode figure, JsonNode bar) {
        String source = figure.path("id").asText();
        return "{\"id\": \"%s\", \"text\": \"%s\", \"report\": \"%s\", \"figure\": \"%s\", \"bar\": \"%s\"}"
                .formatted(
                        source.replace('.', '-'),
                        figure.path("text").asText(),
                        report.name(),
                        source,
                        (bar.path("comparison").asText() + " "
                                        + EvidenceReport.number(
                                                bar.path("value").asDouble()) + " "
                                        + figure.path("unit").asText())
                                .strip());
    }

    private static String proposal(EvidenceReport report, String check) {
        return "{\"id\": \"%s\", \"text\": \"…\", \"report\": \"%s\", \"check\": \"%s\"}"
                .formatted(check, report.name(), check);
    }
}
