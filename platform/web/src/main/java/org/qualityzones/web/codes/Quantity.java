package org.qualityzones.web.codes;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount of goods.
 *
 * @param value greater than 0, at most 10^12, at most 3 decimals; read from text or a number, written as text without
 *     trailing zeros
 * @param unit UN/ECE Recommendation 20, such as H87 (piece) or KGM
 */
public record Quantity(
        @NotNull
        @QuantityValue
        @JsonDeserialize(using = QuantityJson.Reader.class)
        @JsonSerialize(using = QuantityJson.Writer.class)
        @Schema(type = SchemaType.STRING, pattern = "^[0-9]{1,13}(\\.[0-9]{1,3})?$", examples = "1200")
        BigDecimal value,

        @NotNull @UnitCode String unit) {

    public Quantity {
        value = value == null ? null : QuantityJson.plain(value);
    }
}
