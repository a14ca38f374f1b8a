package org.qualityzones.exemption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.List;

/** Settings of applications for exemption. */
@ConfigMapping(prefix = "qz.exemption")
interface ExemptionConfig {

    /**
     * Beginnings of HS codes that no exemption is accepted for. Our own default (food, animals and plants, explosives),
     * modelled on the Measures on exemption, article 6.
     */
    @WithDefault("01,02,03,04,05,06,07,08,09,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,36")
    List<String> excluded();

    /** Months in which the authority accepts a filed application or not. Our own default, modelled on article 8. */
    @WithDefault("1")
    @Min(1)
    int answerMonths();

    /** Months in which missing documents are supplied; else the application counts as withdrawn. Our own default. */
    @WithDefault("1")
    @Min(1)
    int supplementMonths();

    /** Months in which the experts finish. Our own default, modelled on articles 9 to 11. */
    @WithDefault("3")
    @Min(1)
    int reviewMonths();

    /** Years after a refusal before the same goods may be applied for again. Our own default, modelled on article 13. */
    @WithDefault("1")
    @Min(0)
    int refusalBarYears();
}
