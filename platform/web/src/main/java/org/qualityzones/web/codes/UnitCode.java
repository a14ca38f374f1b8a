package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A unit of measure of UN/ECE Recommendation 20 that trade in goods uses. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForUnitCode.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface UnitCode {

    String message() default "{unit-code}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
