package org.qualityzones.investigation;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.qualityzones.web.codes.Uscc;

/** What a list of investigations is narrowed to; all given parts must hold. */
public class InvestigationQuery {

    @QueryParam("status")
    InvestigationStatus status;

    @QueryParam("uscc")
    @Uscc
    String uscc;

    @QueryParam("alert")
    UUID alert;

    @QueryParam("attribution")
    Attribution attribution;

    /** Not concluded, and due on that day or earlier. */
    @QueryParam("due")
    LocalDate due;
}
