package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;

/** The value of a quantity: greater than 0, at most 10^12, at most 3 decimals. Null is valid. */
@Documented
@Constraint(validatedBy = QuantityValue.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface QuantityValue {

    String message() default "{quantity-value}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides by comparison and scale alone, whatever the size of the number. */
    final class Validator implements ConstraintValidator<QuantityValue, BigDecimal> {

        private static final BigDecimal MAX = new BigDecimal("1000000000000");
        private static final int MAX_DECIMALS = 3;

        @Override
        public boolean isValid(BigDecimal value, ConstraintValidatorContext context) {
            return value == null || value.signum() > 0 && value.compareTo(MAX) <= 0 && value.scale() <= MAX_DECIMALS;
        }
    }
}
