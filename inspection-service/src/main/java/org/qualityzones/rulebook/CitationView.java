package org.qualityzones.rulebook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.ruleset.Citation;

/** What cites an instrument, over all published rule sets. */
@Schema(name = "CitationIndex")
record CitationView(String instrument, List<Place> citedBy) {

    /** What in a rule set cites. */
    enum Kind {
        RULE,
        PARAMETER,
        DEFINITION,
        MATRIX,
        MODE,
        SAMPLING
    }

    /**
     * A place that cites.
     *
     * @param id of the rule, parameter, definition or mode; null for the matrix and for sampling
     * @param citation as the rule set says it
     */
    record Place(String ruleSet, Kind kind, String id, Citation citation) {}
}
