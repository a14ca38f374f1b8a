package org.qualityzones.web.codes;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** The validators of this package's constraints; the code of a violation travels as its dynamic payload. */
final class CodeValidators {

    private CodeValidators() {}

    /** A validator that asks for what is wrong with a text, by code. */
    private abstract static class Coded<A extends Annotation> implements ConstraintValidator<A, CharSequence> {

        abstract Optional<String> violation(String text);

        @Override
        public final boolean isValid(CharSequence value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            Optional<String> code = violation(value.toString());
            code.ifPresent(wrong -> report(wrong, context));
            return code.isEmpty();
        }

        private static void report(String code, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .withDynamicPayload(code)
                    .buildConstraintViolationWithTemplate("{" + code + "}")
                    .addConstraintViolation();
        }
    }

    public static final class ForHsCode extends Coded<HsCode> {
        @Override
        Optional<String> violation(String text) {
            return Codes.hsViolation(text);
        }
    }

    public static final class ForHsPrefix extends Coded<HsPrefix> {
        @Override
        Optional<String> violation(String text) {
            return unless(Codes.isHsPrefix(text), "hs-prefix");
        }
    }

    public static final class ForCountryCode extends Coded<CountryCode> {
        @Override
        Optional<String> violation(String text) {
            return unless(Codes.isCountry(text), "country-code");
        }
    }

    public static final class ForAreaCode extends Coded<AreaCode> {
        @Override
        Optional<String> violation(String text) {
            return unless(Codes.isArea(text), "area-code");
        }
    }

    public static final class ForUscc extends Coded<Uscc> {
        @Override
        Optional<String> violation(String text) {
            return UsccRules.violation(text);
        }
    }

    public static final class ForCurrencyCode extends Coded<CurrencyCode> {
        @Override
        Optional<String> violation(String text) {
            return unless(Codes.isCurrency(text), "currency-code");
        }
    }

    public static final class ForUnitCode extends Coded<UnitCode> {
        @Override
        Optional<String> violation(String text) {
            return unless(Units.isKnown(text), "unit-code");
        }
    }

    public static final class ForZoneCode extends Coded<ZoneCode> {
        @Override
        Optional<String> violation(String text) {
            return unless(Codes.isZone(text), "zone-code");
        }
    }

    public static final class ForAmountText extends Coded<AmountText> {
        @Override
        Optional<String> violation(String text) {
            return unless(Codes.isAmount(text), "amount");
        }
    }

    public static final class ForReferenceText extends Coded<ReferenceText> {
        @Override
        Optional<String> violation(String text) {
            return Texts.violation(text, 64);
        }
    }

    public static final class ForNameText extends Coded<NameText> {
        @Override
        Optional<String> violation(String text) {
            return Texts.violation(text, 200);
        }
    }

    public static final class ForText extends Coded<Text> {

        private int max;

        @Override
        public void initialize(Text constraint) {
            max = constraint.max();
        }

        @Override
        Optional<String> violation(String text) {
            return Texts.violation(text, max);
        }
    }

    private static Optional<String> unless(boolean valid, String code) {
        return valid ? Optional.empty() : Optional.of(code);
    }
}
