package org.qualityzones.technicalmeasure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.Problems;
import org.qualityzones.web.codes.Codes;
import org.qualityzones.web.codes.HsPrefix;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.Text;

/** What clients send about technical measures. */
final class MeasureCommands {

    private static final String EUROPEAN_UNION = "EU";

    private MeasureCommands() {}

    /**
     * A measure, whole.
     *
     * @param symbol of the WTO document, such as {@code G/TBT/N/USA/1364/Add.5}
     * @param member ISO 3166-1 alpha-2 of who notified it, or {@code EU}
     * @param hsPrefixes covered products, 2 to 10 digits; absent where the notification gives none
     * @param commentUntil last day for comments
     */
    @Schema(name = "TechnicalMeasureRequest")
    record Record(
            @NotNull @Pattern(regexp = "G/(TBT|SPS)/[A-Za-z0-9./-]{1,58}")
            String symbol,

            @NotNull MeasureKind kind,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotNull @Text String title,
            @NameText String agency,
            @Text String products,
            @Size(max = 200) List<@NotNull @HsPrefix String> hsPrefixes,
            @Text String objective,
            @NotNull LocalDate notifiedOn,
            LocalDate commentUntil,
            LocalDate adoptionOn,
            LocalDate entryIntoForceOn,
            LocalDate withdrawnOn,
            @Text @Pattern(regexp = "https?://.+") String url) {

        /** 400 where single fields are valid but do not go together, or name no member. */
        void requireConsistent() {
            if (!symbol.startsWith("G/" + kind + '/')) {
                throw Problems.invalid("/kind", "symbol-of-other-kind", "The symbol is not of a " + kind + " document");
            }
            if (!member.equals(EUROPEAN_UNION) && !Codes.isCountry(member)) {
                throw Problems.invalid("/member", "country-code", "A country of ISO 3166-1 alpha-2, or EU");
            }
            if (withdrawnOn != null && withdrawnOn.isBefore(notifiedOn)) {
                throw Problems.invalid("/withdrawnOn", "before-notification", "Nothing is withdrawn before it is told");
            }
        }

        MeasureDates dates() {
            return new MeasureDates(notifiedOn, commentUntil, adoptionOn, entryIntoForceOn, withdrawnOn);
        }

        MeasureBody body() {
            return new MeasureBody(title, agency, products, objective, url);
        }

        List<String> prefixes() {
            return hsPrefixes == null
                    ? List.of()
                    : hsPrefixes.stream().distinct().sorted().toList();
        }
    }
}
