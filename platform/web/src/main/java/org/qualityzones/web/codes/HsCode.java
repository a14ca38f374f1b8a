package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An HS code as text: 6, 8 or 10 digits of a chapter from 01 to 97. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForHsCode.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface HsCode {

    String message() default "{hs-code}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
