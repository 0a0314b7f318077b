package com.anycompany.shop.payment.method;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Constraint: a month (MM/YY) that has not passed. A text of another form is left to {@code @Pattern}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotExpired.Check.class)
@interface NotExpired {

    String message() default "has passed: use a card that is still valid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares with today's month: a card is good to its month's last day. */
    final class Check implements ConstraintValidator<NotExpired, String> {

        private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yy");

        private final Clock clock;

        Check(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(@Nullable String expiry, ConstraintValidatorContext context) {
            try {
                return expiry == null || !YearMonth.parse(expiry, MONTH).isBefore(YearMonth.now(clock));
            } catch (DateTimeParseException e) {
                return true;
            }
        }
    }
}
