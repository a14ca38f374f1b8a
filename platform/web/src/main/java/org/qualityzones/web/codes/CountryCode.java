package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A country of ISO 3166-1, alpha-2. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForCountryCode.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface CountryCode {

    String message() default "{country-code}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
