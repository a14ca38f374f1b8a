package org.qualityzones.ruleset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.qualityzones.facts.Fields;
import org.qualityzones.sampling.Aql;
import org.qualityzones.sampling.InspectionLevel;
import org.qualityzones.sampling.NonconformityClass;
import org.qualityzones.sampling.SamplingPlans.Quality;

/** Reads the tables of a rule set: matrix, modes, sampling. */
final class TableReader {

    private static final List<String> CLASSES = List.of("CLASS_1", "CLASS_2", "CLASS_3", "CLASS_4");
    private static final List<String> RISKS = List.of("GENERAL", "HIGHER", "HIGH");
    private static final Pattern HS_PREFIX = Pattern.compile("[0-9]{2}([0-9]{2}){0,4}");

    private TableReader() {}

    static Matrix matrix(Fields matrix) {
        Entries.title(matrix);
        Map<String, Map<String, Mode>> cells = new LinkedHashMap<>();
        if (matrix.node("cells") == null) {
            matrix.wrong("cells", "required", "It is required here", null);
        } else {
            matrix.nested("cells", rows -> {
                CLASSES.forEach(row -> cells.put(row, row(rows, row)));
                return cells;
            });
        }
        return new Matrix(cells, Entries.citations(matrix));
    }

    private static Map<String, Mode> row(Fields rows, String name) {
        Map<String, Mode> row = new LinkedHashMap<>();
        if (rows.node(name) == null) {
            return rows.wrong(name, "required", "It is required here", row);
        }
        return rows.nested(name, cells -> {
            RISKS.forEach(risk -> row.put(risk, applied(cells, risk)));
            return row;
        });
    }

    /** A mode that is applied, so not {@code NONE}. */
    static Mode applied(Fields fields, String name) {
        Mode mode = fields.required(name, Mode.class);
        return mode == Mode.NONE ? fields.wrong(name, "choice", "NONE is no mode that can be applied", mode) : mode;
    }

    static ModePolicy policy(Fields policy, Map<String, Parameter> parameters) {
        Mode mode = policy.required("mode", Mode.class);
        return new ModePolicy(
                mode == null ? Mode.NONE : mode,
                Entries.title(policy),
                share(policy, "share", parameters),
                policy.required("drawn", Outcome.class),
                policy.required("notDrawn", Outcome.class),
                Entries.citations(policy));
    }

    /** The share of the parameter that a field names, in millionths. */
    static long share(Fields owner, String field, Map<String, Parameter> parameters) {
        Parameter parameter = parameters.get(owner.required(field));
        if (parameter == null || !parameter.unit().equals(Parameter.SHARE)) {
            return owner.wrong(field, "unknown-name", "The id of a parameter whose unit is share is expected", 0L);
        }
        return (long) parameter.value();
    }

    static SamplingPolicy sampling(Fields sampling) {
        Entries.title(sampling);
        String level = sampling.required("destructiveLevel");
        return new SamplingPolicy(
                qualities(sampling),
                List.copyOf(sampling.objects("products", TableReader::product)),
                InspectionLevel.of(level)
                        .orElseGet(() -> sampling.wrong(
                                "destructiveLevel", "choice", "An inspection level such as S-3 is expected", null)),
                Entries.citations(sampling));
    }

    private static SamplingPolicy.Product product(Fields product) {
        return new SamplingPolicy.Product(
                product.required("hsPrefix", HS_PREFIX), qualities(product), Entries.citations(product));
    }

    private static Map<NonconformityClass, Quality> qualities(Fields owner) {
        Map<NonconformityClass, Quality> qualities = new EnumMap<>(NonconformityClass.class);
        List<NonconformityClass> read = new ArrayList<>();
        owner.objects("qualities", quality -> {
            NonconformityClass judged = quality.required("nonconformityClass", NonconformityClass.class);
            if (judged == NonconformityClass.A || read.contains(judged)) {
                quality.wrong("nonconformityClass", "choice", "B and C have one entry each, A none", null);
            }
            read.add(judged);
            Quality value = quality(quality);
            if (judged != null && value != null) {
                qualities.put(judged, value);
            }
            return value;
        });
        if (read.size() != 2) {
            owner.wrong("qualities", "required", "An entry for B and one for C are required", null);
        }
        return qualities;
    }

    private static Quality quality(Fields quality) {
        var level = InspectionLevel.of(quality.required("level"));
        var aql = Aql.of(quality.required("aql"));
        if (level.isEmpty() || aql.isEmpty()) {
            return quality.wrong(level.isEmpty() ? "level" : "aql", "choice", "It is not in the tables", null);
        }
        return new Quality(level.get(), aql.get());
    }
}
