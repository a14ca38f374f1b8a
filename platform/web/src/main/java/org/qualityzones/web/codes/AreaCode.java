package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A division of GB/T 2260: six digits in a province that exists. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForAreaCode.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface AreaCode {

    String message() default "{area-code}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
