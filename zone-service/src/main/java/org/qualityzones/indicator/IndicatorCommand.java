package org.qualityzones.indicator;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.qualityzones.web.codes.Text;

/**
 * Reports a figure; a later one for the same year and kind takes its place.
 *
 * @param source where the figure comes from
 * @param coverage what it leaves out, null where nothing
 */
record IndicatorCommand(
        @Min(2000) @Max(2100) int year,
        @NotNull IndicatorKind indicator,

        @NotNull @DecimalMin("0") @Digits(integer = 16, fraction = 4)
        BigDecimal value,

        @NotNull @Text String source,
        @Text String coverage) {}
