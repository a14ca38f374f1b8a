package org.qualityzones.inspection;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qualityzones.web.PageRequest;
import org.qualityzones.web.codes.ReferenceText;

/** What a list of inspections may be narrowed by. */
final class InspectionFilter {

    @QueryParam("declaration")
    UUID declaration;

    @QueryParam("assignee")
    @ReferenceText
    String assignee;

    /** On or before this day. */
    @QueryParam("due")
    LocalDate due;

    @QueryParam("status")
    InspectionStatus status;

    Inspections.Query query(Optional<List<String>> scopes, PageRequest page) {
        return new Inspections.Query(
                scopes, declaration, assignee, due, status == null ? null : status.name(), page.after(), page.limit());
    }
}
