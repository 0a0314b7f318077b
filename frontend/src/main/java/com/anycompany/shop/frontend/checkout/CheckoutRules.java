package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.orders.Address;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds the fields of a checkout form that are empty or can't be right, before an order is tried. Whether a card number is valid
 * is decided by paymentservice.
 */
@Component
class CheckoutRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern CARD_NUMBER = Pattern.compile("[0-9]{12,19}");
    private static final Pattern EXPIRY = Pattern.compile("(0[1-9]|1[0-2])/([0-9]{2})");
    private static final Pattern CVC = Pattern.compile("[0-9]{3,4}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int MAX_LENGTH = 100;
    private static final String TOO_LONG = "checkout.too-long";
    private static final int MAX_POSTAL_CODE_LENGTH = 20;

    private final Clock clock;

    CheckoutRules(Clock clock) {
        this.clock = clock;
    }

    /** Message keys by form field, in the order of the form. */
    Map<String, String> problems(CheckoutForm form) {
        Problems problems = new Problems();
        checkLength(form.email(), "email", problems);
        problems.addUnless(isEmail(form.email()), "email");
        check(form.address(), problems);
        check(form.payment(), problems);
        return problems.found;
    }

    private static void check(Address address, Problems problems) {
        checkFilled(address.name(), "name", problems);
        checkFilled(address.street(), "street", problems);
        checkFilled(address.city(), "city", problems);
        problems.addUnless(address.state() == null || UsStates.has(address.state()), "state");
        problems.addUnless(
                isFilled(address.postalCode()) && address.postalCode().length() <= MAX_POSTAL_CODE_LENGTH,
                "postalCode");
        problems.addUnless(COUNTRIES.contains(address.country()), "country");
    }

    private void check(PaymentFields payment, Problems problems) {
        if (PaymentMethod.withId(payment.method()).isEmpty()) {
            problems.addUnless(false, "method");
        } else if (payment.isCard()) {
            problems.addUnless(CARD_NUMBER.matcher(payment.cardNumber()).matches(), "cardNumber");
            problems.addUnless(isCurrentOrFuture(payment.cardExpiry()), "cardExpiry");
            problems.addUnless(CVC.matcher(payment.cardCvc()).matches(), "cardCvc");
            checkFilled(payment.cardHolder(), "cardHolder", problems);
        } else {
            checkLength(payment.walletAccount(), "walletAccount", problems);
            problems.addUnless(isEmail(payment.walletAccount()), "walletAccount");
        }
    }

    private static void checkFilled(String text, String field, Problems problems) {
        checkLength(text, field, problems);
        problems.addUnless(isFilled(text), field);
    }

    /** A text that is too long is told apart from one that is missing or wrong. */
    private static void checkLength(String text, String field, Problems problems) {
        if (text.length() > MAX_LENGTH) {
            problems.found.put(field, TOO_LONG);
        }
    }

    private static boolean isFilled(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }

    private static boolean isEmail(String text) {
        return text.length() <= MAX_LENGTH && EMAIL.matcher(text).matches();
    }

    private boolean isCurrentOrFuture(String expiry) {
        Matcher parts = EXPIRY.matcher(expiry);
        return parts.matches()
                && !YearMonth.of(2000 + Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)))
                        .isBefore(YearMonth.now(clock));
    }

    private static final class Problems {
        private final Map<String, String> found = new LinkedHashMap<>();

        void addUnless(boolean valid, String field) {
            if (!valid) {
                found.putIfAbsent(field, "checkout." + field + ".invalid");
            }
        }
    }
}
