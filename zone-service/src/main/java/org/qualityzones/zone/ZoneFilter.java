package org.qualityzones.zone;

import io.quarkus.panache.common.Parameters;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.qualityzones.web.codes.HsPrefix;

/** What a list of zones may be narrowed by. */
public final class ZoneFilter {
    @QueryParam("level")
    ZoneLevel level;

    @QueryParam("status")
    ZoneStatus status;

    @QueryParam("area")
    @Parameter(description = "GB/T 2260 code or prefix: 2, 4 or 6 digits")
    @Pattern(regexp = "[0-9]{2}([0-9]{2}([0-9]{2})?)?", message = "area: 2, 4 or 6 digits of GB/T 2260")
    String area;

    @QueryParam("hs")
    @Parameter(description = "zones whose industry covers this HS code or prefix, or lies below it")
    @HsPrefix
    String hs;

    List<String> clauses(UUID after) {
        List<String> clauses = new ArrayList<>();
        add(clauses, after, "z.id < :after");
        add(clauses, level, "z.level = :level");
        add(clauses, status, "z.status = :status");
        add(clauses, area, "z.areaCode like :area");
        add(
                clauses,
                hs,
                "exists (select 1 from Zone x join x.hsPrefixes h where x.id = z.id and (h in :above or h like :below))");
        return clauses;
    }

    Parameters parameters(UUID after) {
        Parameters parameters = new Parameters();
        and(parameters, "after", after);
        and(parameters, "level", level);
        and(parameters, "status", status);
        and(parameters, "area", area == null ? null : AreaPrefix.of(area) + "%");
        and(parameters, "above", hs == null ? null : above(hs));
        and(parameters, "below", hs == null ? null : hs + "%");
        return parameters;
    }

    /** The code itself and every shorter prefix of even length. */
    private static List<String> above(String hs) {
        return IntStream.rangeClosed(1, hs.length() / 2)
                .mapToObj(pairs -> hs.substring(0, pairs * 2))
                .toList();
    }

    private static void add(List<String> clauses, Object value, String clause) {
        if (value != null) {
            clauses.add(clause);
        }
    }

    private static void and(Parameters parameters, String name, Object value) {
        if (value != null) {
            parameters.and(name, value);
        }
    }
}
