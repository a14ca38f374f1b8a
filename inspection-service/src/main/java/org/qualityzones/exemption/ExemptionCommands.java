package org.qualityzones.exemption;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;

/** What a client may ask of applications for exemption. */
final class ExemptionCommands {

    private ExemptionCommands() {}

    /**
     * An application.
     *
     * @param uscc the producer, the caller's own
     * @param hsPrefixes goods, 1 to 24 beginnings of HS codes
     * @param standard what the goods conform to: 1 to 64 characters of ASCII, such as {@code GB/T 26714-2011}
     * @param renews number of the certificate to be renewed; null for a first one
     */
    @Schema(name = "ExemptionApplicationCommand")
    record Apply(
            @NotNull @JsonProperty(required = true) @Uscc String uscc,

            @NotNull @JsonProperty(required = true) @NameText
            String product,

            @NotNull @JsonProperty(required = true) @Size(min = 1, max = 24)
            List<@NotNull @HsPrefix String> hsPrefixes,

            @NotNull @JsonProperty(required = true) @Pattern(regexp = "[!-~]([ -~]{0,62}[!-~])?")
            String standard,

            @Text String renews,
            @Size(max = 50) List<@NotNull @Valid ApplicationDocument> documents) {

        @JsonCreator
        Apply {
            documents = Objects.requireNonNullElse(documents, List.of());
        }

        /** The prefixes sorted, without those that a shorter one covers. */
        List<String> goods() {
            List<String> kept = new ArrayList<>();
            for (String prefix : new TreeSet<>(hsPrefixes)) {
                if (kept.isEmpty() || !prefix.startsWith(kept.getLast())) {
                    kept.add(prefix);
                }
            }
            return List.copyOf(kept);
        }
    }

    /**
     * A step of the life cycle.
     *
     * @param reason needed wherever something is refused, returned or proposed
     * @param application with {@code submit}: the whole application anew; without one it stays as it is
     */
    @Schema(name = "ExemptionApplicationTransition")
    record Transition(
            @NotNull @JsonProperty(required = true) @Text String action,
            @Text String reason,
            @Valid Apply application) {}
}
