package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A unified social credit code: GB 32100 and the GB 11714 check of the organisation code inside. Null is valid. */
@Documented
@Constraint(validatedBy = CodeValidators.ForUscc.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Uscc {

    String message() default "{uscc}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
