package com.anycompany.shop.payment.method;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Constraint on card numbers and security codes, which are no strings, so that {@code @Pattern} can't check them. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {WellFormed.OfNumber.class, WellFormed.OfCode.class})
@interface WellFormed {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks card numbers. */
    final class OfNumber implements ConstraintValidator<WellFormed, CardNumber> {

        @Override
        public boolean isValid(@Nullable CardNumber number, ConstraintValidatorContext context) {
            return number == null || number.isWellFormed();
        }
    }

    /** Checks security codes. */
    final class OfCode implements ConstraintValidator<WellFormed, SecurityCode> {

        @Override
        public boolean isValid(@Nullable SecurityCode code, ConstraintValidatorContext context) {
            return code == null || code.isWellFormed();
        }
    }
}
