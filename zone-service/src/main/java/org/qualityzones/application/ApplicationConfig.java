package org.qualityzones.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;

/** Terms of applications. No instrument that could be read gives them: all but the dates of law are settings of ours. */
@ConfigMapping(prefix = "qz.zone.application")
public interface ApplicationConfig {
    /** Business days a public notice runs, its first day not counted. */
    @WithDefault("5")
    int noticeDays();

    /** Since when a national zone must be a provincial one first: the date of 国质检检〔2014〕237号. */
    @WithDefault("2014-04-22")
    LocalDate provincialFirstSince();
}
