package org.qualityzones.technicalmeasure;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.qualityzones.web.codes.HsPrefix;

/** What a list of measures is narrowed to; all given parts must hold. */
public class MeasureQuery {

    @QueryParam("kind")
    MeasureKind kind;

    /** Who notified it: ISO 3166-1 alpha-2, or {@code EU}. */
    @QueryParam("member")
    String member;

    /** Measures that cover some of the goods beginning so. */
    @QueryParam("hs")
    @HsPrefix
    String hs;

    /** As of today, Asia/Shanghai. */
    @QueryParam("status")
    MeasureStatus status;

    /** Notified on that day or later. */
    @QueryParam("from")
    LocalDate from;
}
