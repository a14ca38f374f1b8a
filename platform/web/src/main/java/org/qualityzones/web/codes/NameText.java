package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name: 1 to 200 characters, not blank, no control characters. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForNameText.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface NameText {

    String message() default "{name}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
