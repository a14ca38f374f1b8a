package org.qualityzones.assessment;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.qualityzones.web.Problems;

/** The published sheets, oldest first; a published version never changes. */
@ApplicationScoped
public class AssessmentSheets {
    private static final List<String> PUBLISHED = List.of("2026.1");

    private final List<AssessmentSheet> sheets;

    AssessmentSheets(ObjectMapper json) {
        sheets = PUBLISHED.stream().map(version -> read(json, version)).toList();
    }

    List<AssessmentSheet> all() {
        return sheets;
    }

    Optional<AssessmentSheet> byVersion(String version) {
        return sheets.stream().filter(sheet -> sheet.version().equals(version)).findFirst();
    }

    /** The sheet a scored one names; 400 where there is none. */
    public AssessmentSheet of(ScoredSheet scored) {
        return byVersion(scored.sheet())
                .orElseThrow(() -> Problems.invalid("/sheet", "sheet-unknown", "There is no sheet " + scored.sheet()));
    }

    private static AssessmentSheet read(ObjectMapper json, String version) {
        String name = "/reference/assessment-sheets/" + version + ".json";
        try (InputStream data = AssessmentSheets.class.getResourceAsStream(name)) {
            return json.readValue(data, AssessmentSheet.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
