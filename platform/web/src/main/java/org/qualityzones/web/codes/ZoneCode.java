package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A zone's code: 3 to 64 lower-case letters, digits and hyphens, a letter first. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForZoneCode.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface ZoneCode {

    String message() default "{zone-code}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
