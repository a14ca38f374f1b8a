package org.qualityzones.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.qualityzones.web.codes.HsPrefix;

/**
 * A new campaign.
 *
 * @param areas prefixes of GB/T 2260 of the place of production, 2, 4 or 6 digits; empty: everywhere
 * @param share share of lots that are drawn, greater than 0 and at most 1, at most 6 decimals
 * @param from first day in Asia/Shanghai
 * @param until last day
 */
@Schema(name = "CampaignCommand")
record CampaignCommand(
        @NotEmpty @Size(max = 100) List<@NotNull @HsPrefix String> hsPrefixes,

        @Size(max = 100)
        List<
                        @NotNull
                        @Pattern(regexp = "[0-9]{2}([0-9]{2}([0-9]{2})?)?", message = "2, 4 or 6 digits of GB/T 2260")
                        String>
                areas,

        @NotNull
        @JsonDeserialize(using = ShareReader.class)
        @Schema(
                type = SchemaType.STRING,
                pattern = "^(0?\\.[0-9]{1,6}|1(\\.0{1,6})?)$",
                description = "A decimal greater than 0, at most 1, at most 6 places; a number is read as well",
                examples = "0.30")
        BigDecimal share,

        @NotNull LocalDate from,
        @NotNull LocalDate until) {

    @JsonCreator
    CampaignCommand {
        areas = Objects.requireNonNullElse(areas, List.of());
    }
}
