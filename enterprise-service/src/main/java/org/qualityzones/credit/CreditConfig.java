package org.qualityzones.credit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** Figures of credit records; CONFIGURED. */
@ConfigMapping(prefix = "qz.credit")
public interface CreditConfig {

    /** How long a penalty or incident counts from its day, where its record does not say. */
    @WithDefault("P2Y")
    Period countsFor();

    /** Greatest number of records of one enterprise. */
    @WithDefault("1000")
    int maxRecords();

    /** How many records whose term is over are closed in one go; the rest waits for the next. */
    @WithDefault("200")
    int sweepBatch();
}
