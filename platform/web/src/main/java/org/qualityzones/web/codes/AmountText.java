package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An amount of money as text: up to 13 digits and up to 2 decimals. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForAmountText.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface AmountText {

    String message() default "{amount}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
