import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/** A sample – of {@code code}. */
@ConfigMapping(prefix = "qz.sample")
interface SampleConfig {

    /** Longest age. */
    @WithDefault("5s")
    Duration maxAge();

    /** A group. */
    Limits limits();

    /** Renamed. */
    @WithName("other")
    Optional<String> renamed();

    /** A group. */
    interface Limits {

        /** Of class 4. */
        @WithDefault("4")
        int ofClass4();
    }
}
