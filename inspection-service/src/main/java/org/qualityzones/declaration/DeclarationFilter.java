package org.qualityzones.declaration;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qualityzones.ruleset.Outcome;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Uscc;

/** What a list of declarations may be narrowed by. */
final class DeclarationFilter {

    @QueryParam("consignor")
    @Uscc
    String consignor;

    @QueryParam("producer")
    @Uscc
    String producer;

    @QueryParam("outcome")
    Outcome outcome;

    @QueryParam("hs")
    @HsPrefix
    String hs;

    @QueryParam("reference")
    @ReferenceText
    String reference;

    @QueryParam("from")
    Instant from;

    @QueryParam("to")
    Instant to;

    Declarations.Query query(Optional<List<String>> scopes, PageRequest page) {
        return new Declarations.Query(
                scopes,
                consignor,
                producer,
                outcome == null ? null : outcome.name(),
                hs,
                reference,
                from,
                to,
                page.after(),
                page.limit());
    }
}
