package org.qualityzones.alert;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.contracts.AlertState;
import org.qualityzones.web.codes.CountryCode;
import org.qualityzones.web.codes.HsCode;
import org.qualityzones.web.codes.NameText;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;
import org.qualityzones.web.codes.Uscc;

/** What clients send about alerts. */
public final class AlertCommands {

    private AlertCommands() {}

    /** @param hsCode 6, 8 or 10 digits, where the source gives one */
    @Schema(name = "AlertProductRequest")
    public record Product(
            @NotNull @NameText String category,
            @NotNull @NameText String name,
            @NameText String brand,
            @NameText String model,
            @Size(max = 50) List<@NotNull @ReferenceText String> barcodes,
            @HsCode String hsCode) {}

    @Schema(name = "AlertRiskRequest")
    record Risk(
            @NotNull @Size(min = 1, max = 20) List<@NotNull @ReferenceText String> types,
            @NotNull RiskLevel level,
            @NotNull @Text String text) {}

    /**
     * One alert.
     *
     * @param originCountry where the product was made
     * @param uscc the producer, where it is known
     */
    @Schema(name = "AlertRequest")
    public record Record(
            @NotNull AlertSource source,
            @NotNull @ReferenceText String reference,
            @NotNull Instant publishedAt,
            @CountryCode String notifyingCountry,
            @NotNull @CountryCode String originCountry,
            @NotNull @Valid Product product,
            @NameText String manufacturer,
            @Uscc String uscc,
            @NotNull @Valid Risk risk,
            @Size(max = 50) List<@NotNull @Text String> measures,
            @Text @Pattern(regexp = "https?://.+") String url) {

        /** As it is recorded, known by its reference. */
        public NewAlert alert() {
            AlertState.Product goods = new AlertState.Product(
                    product.category(),
                    product.name(),
                    product.brand(),
                    product.model(),
                    product.barcodes() == null ? List.of() : product.barcodes(),
                    product.hsCode());
            AlertState.Risk danger =
                    new AlertState.Risk(risk.types(), risk.level().name(), risk.text());
            AlertBody body = new AlertBody(
                    notifyingCountry,
                    goods,
                    manufacturer,
                    uscc,
                    danger,
                    measures == null ? List.of() : measures,
                    url,
                    null);
            return new NewAlert(source, reference, publishedAt, originCountry, body, List.of(), null);
        }
    }

    /**
     * @param action {@code withdraw} or {@code supersede}
     * @param supersededBy the alert that takes its place, with {@code supersede}
     */
    @Schema(name = "AlertTransition")
    record Transition(@NotNull @Text String action, @Text String reason, UUID supersededBy) {}

    /** @param action {@code confirm} or {@code reject} */
    @Schema(name = "AlertMatchTransition")
    record Decision(@NotNull @Text String action, @Text String reason) {}
}
