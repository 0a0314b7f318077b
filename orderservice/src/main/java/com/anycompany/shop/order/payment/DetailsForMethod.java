package com.anycompany.shop.order.payment;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A card payment needs a card, a wallet payment a wallet. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DetailsForMethod.Check.class)
@interface DetailsForMethod {

    String message() default "is missing: the chosen method needs it";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the missing part, so that the caller knows which form field to fill in. */
    final class Check implements ConstraintValidator<DetailsForMethod, PaymentDetails> {

        @Override
        public boolean isValid(PaymentDetails details, ConstraintValidatorContext context) {
            String missing = missing(details);
            if (missing == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode(missing)
                    .addConstraintViolation();
            return false;
        }

        private static @Nullable String missing(PaymentDetails details) {
            if (details.method() == null) {
                return null;
            }
            if (details.method().equals(PaymentDetails.CARD)) {
                return details.card() == null ? "card" : null;
            }
            return details.wallet() == null ? "wallet" : null;
        }
    }
}
