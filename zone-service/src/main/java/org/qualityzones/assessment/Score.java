package org.qualityzones.assessment;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.qualityzones.web.codes.ReferenceText;
import org.qualityzones.web.codes.Text;

/**
 * Points given for one item.
 *
 * @param points from 0 to the item's points, at most two decimals
 */
public record Score(
        @NotNull @ReferenceText String item,

        @NotNull @DecimalMin("0") @Digits(integer = 3, fraction = 2)
        BigDecimal points,

        @Text String remark) {}
