package org.qualityzones.classification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;
import java.util.Set;

/** Figures of the class rules; all of them CONFIGURED, none established as law. */
@ConfigMapping(prefix = "qz.classification")
public interface ClassConfig {

    /** Term of a class. */
    @WithDefault("P1Y")
    Period term();

    /** How long before its end a new assessment must have been proposed for the class to go on until that is decided. */
    @WithDefault("P30D")
    Period renewalNotice();

    /** How long after a lowering the class may not be raised. */
    @WithDefault("P6M")
    Period waitAfterLowering();

    /** How many classes whose term ended are closed in one go; the rest waits for the next. */
    @WithDefault("200")
    int sweepBatch();

    /** Roles that approve classes 1 to 3. */
    @WithDefault("bureau")
    Set<String> approvers();

    /** Roles that approve class 4: it is reported upward from a branch to its bureau. */
    @WithDefault("bureau")
    Set<String> class4Approvers();
}
