package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Free text: not blank, no control characters. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForText.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    /** Greatest number of characters. */
    int max() default 500;

    String message() default "{text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
