package org.qualityzones.alert;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.qualityzones.web.codes.CountryCode;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.Uscc;

/** What a list of alerts is narrowed to; all given parts must hold. */
public class AlertQuery {

    @QueryParam("source")
    AlertSource source;

    /** Beginning of the HS code, 2 to 10 digits. */
    @QueryParam("hs")
    @HsPrefix
    String hs;

    /** Country of origin. */
    @QueryParam("origin")
    @CountryCode
    String origin;

    /** Named by the alert or matched with it. */
    @QueryParam("uscc")
    @Uscc
    String uscc;

    /** Published then or later. */
    @QueryParam("from")
    Instant from;
}
