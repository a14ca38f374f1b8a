package org.qualityzones.enterprise;

import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.qualityzones.web.Problems;

/** What a list of enterprises may be narrowed to: {@code @BeanParam} of the list. */
public final class EnterpriseQuery {
    private static final Pattern AREA = Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}");
    private static final Pattern ZONE = Pattern.compile("[a-z][a-z0-9-]{2,63}");
    private static final int SHORTEST_SEARCH = 2;
    private static final int LONGEST_SEARCH = 200;

    @QueryParam("area")
    @Parameter(
            description = "GB/T 2260 code or prefix",
            schema = @Schema(implementation = String.class, pattern = "^([0-9]{2}|[0-9]{4}|[0-9]{6})$"))
    String area;

    @QueryParam("class")
    @Parameter(description = "Class")
    QualityClass qualityClass;

    @QueryParam("status")
    @Parameter(description = "Status")
    EnterpriseStatus status;

    @QueryParam("zone")
    @Parameter(description = "Active members of this zone")
    String zone;

    @QueryParam("q")
    @Parameter(description = "Part of a name or of the code, at least two letters or digits")
    String search;

    /** For the framework, which fills it from the query. */
    public EnterpriseQuery() {}

    EnterpriseFilter filter() {
        return new EnterpriseFilter(
                matching("area", area, AREA, "area is a code of six digits or a prefix of two or four"),
                qualityClass,
                status,
                matching("zone", zone, ZONE, "zone is the code of a zone"),
                searched());
    }

    private String searched() {
        if (search == null) {
            return null;
        }
        String folded = search.length() > LONGEST_SEARCH ? "" : SearchText.folded(search);
        if (folded.length() < SHORTEST_SEARCH) {
            throw Problems.invalidParameter(
                    "q", "search", "q has 2 to " + LONGEST_SEARCH + " characters, two letters or digits at least");
        }
        return folded;
    }

    private static String matching(String name, String value, Pattern pattern, String detail) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw Problems.invalidParameter(name, name + "-code", detail);
        }
        return value;
    }
}
