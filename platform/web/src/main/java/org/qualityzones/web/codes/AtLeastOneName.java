package org.qualityzones.web.codes;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A localized name says at least one of its languages. */
@Documented
@Constraint(validatedBy = AtLeastOneName.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AtLeastOneName {

    String message() default "{at-least-one-name}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Either language will do. */
    final class Validator implements ConstraintValidator<AtLeastOneName, LocalizedName> {

        @Override
        public boolean isValid(LocalizedName name, ConstraintValidatorContext context) {
            return name == null || name.zh() != null || name.en() != null;
        }
    }
}
