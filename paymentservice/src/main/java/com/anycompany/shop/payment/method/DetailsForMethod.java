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

/** Constraint: a card payment has a card, a wallet payment has a wallet. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DetailsForMethod.Check.class)
public @interface DetailsForMethod {

    String message() default "is missing: the chosen method needs it";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the missing part, so that the caller knows which form field to fill in. */
    final class Check implements ConstraintValidator<DetailsForMethod, PaymentDetails> {

        @Override
        public boolean isValid(PaymentDetails request, ConstraintValidatorContext context) {
            String missing = missing(request);
            if (missing == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode(missing)
                    .addConstraintViolation();
            return false;
        }

        private static @Nullable String missing(PaymentDetails request) {
            if (request.method() == null) {
                return null;
            }
            if (request.method().equals(PaymentDetails.CARD)) {
                return request.card() == null ? "card" : null;
            }
            return request.wallet() == null ? "wallet" : null;
        }
    }
}
