package org.qualityzones.declaration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.qualityzones.web.codes.AreaCode;
import org.qualityzones.web.codes.CountryCode;
import org.qualityzones.web.codes.HsCode;
import org.qualityzones.web.codes.Money;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.Quantity;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;
import org.qualityzones.web.codes.ZoneCode;

/** What a client may ask of declarations. */
public final class DeclarationCommands {

    private DeclarationCommands() {}

    /** Why the goods leave the country (报检用途). */
    public enum Purpose {
        GENERAL_TRADE,
        PROCESSING_TRADE,
        AID,
        OVERSEAS_PROJECT,
        EXHIBITION,
        REPAIR_REEXPORT,
        OTHER
    }

    /** Kinds of evidence of conformity that may come with a declaration. */
    public enum EvidenceKind {
        SELF_DECLARATION,
        THIRD_PARTY_REPORT
    }

    /**
     * A declaration for inspection.
     *
     * @param reference the client's own number, unique per caller; null where it keeps none
     * @param consignor unified social credit code of the consignor (发货人)
     * @param agent of the declaring agent (代理报检); null when the consignor files itself
     * @param zoneCode zone that the goods are said to come from; membership is looked up, never taken from here
     * @param destination ISO 3166-1 alpha-2
     * @param placeOfProduction GB/T 2260 area; null: the producer's area
     * @param lines 1 to 200, each {@code lineNo} once
     */
    public record Filing(
            @ReferenceText String reference,
            @NotNull @Uscc String consignor,
            @Uscc String agent,
            @ZoneCode String zoneCode,
            @NotNull @CountryCode String destination,
            @NotNull Purpose purpose,
            @NotNull Boolean certificateRequested,
            Boolean directReleaseRequested,
            @AreaCode String placeOfProduction,
            @NotNull LocalDate shipmentDate,
            @Size(max = 50) List<@NotNull @Valid Evidence> evidence,
            @NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines) {

        public Filing {
            directReleaseRequested = directReleaseRequested != null && directReleaseRequested;
            evidence = evidence == null ? List.of() : evidence;
        }
    }

    /** A supplier's declaration of conformity or a third party's report that comes with the goods. */
    public record Evidence(
            @NotNull EvidenceKind kind,
            @NotNull @ReferenceText String number,
            @NotNull @NameText String issuer) {}

    /**
     * One line of goods.
     *
     * @param producer unified social credit code of the producer; null: the consignor
     * @param quantity in a UN/ECE Recommendation 20 unit
     * @param items whole pieces, where the unit does not count pieces or pairs; null: unknown
     * @param lotNo the producer's lot number
     */
    public record Line(
            @NotNull @Min(1) @Max(999) Integer lineNo,
            @Uscc String producer,
            @NotNull @HsCode String hsCode,
            @NotNull @Text String product,
            @NotNull @Valid Quantity quantity,
            @Min(1) @Max(1_000_000_000_000L) Long items,
            @NotNull @Valid Money value,
            @NotNull @ReferenceText String lotNo) {}

    /** Whether the documents of a line conform to the goods and to each other. */
    public record Verification(
            @NotNull Boolean conforming, @Text String remarks) {

        DocumentVerification.Finding finding() {
            return new DocumentVerification.Finding(conforming, remarks);
        }
    }

    /** A step of the life cycle; {@code declaration} only with {@code amend}. */
    public record Transition(
            @NotNull @JsonProperty(required = true) @Text String action,
            @Text String reason,
            @Valid Filing declaration) {}
}
