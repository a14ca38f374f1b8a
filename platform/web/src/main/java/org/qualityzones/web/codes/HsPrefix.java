package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The beginning of HS codes: 2, 4, 6, 8 or 10 digits of a chapter from 01 to 97. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForHsPrefix.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface HsPrefix {

    String message() default "{hs-prefix}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
