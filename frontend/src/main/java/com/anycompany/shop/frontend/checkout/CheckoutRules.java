package com.anycompany.shop.frontend.checkout;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds what can't be right in a checkout form before an order is tried. */
@Component
class CheckoutRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern CARD_NUMBER = Pattern.compile("[0-9]{12,19}");
    private static final Pattern EXPIRY = Pattern.compile("(0[1-9]|1[0-2])/([0-9]{2})");
    private static final Pattern CVC = Pattern.compile("[0-9]{3,4}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST = 100;

    private final Clock clock;

    CheckoutRules(Clock clock) {
        this.clock = clock;
    }

    /** Field name to message key, in the order of the form; empty if all is well. */
    Map<String, String> problems(CheckoutForm form) {
        Problems problems = new Problems();
        problems.unless(isEmail(form.email()), "email");
        problems.unless(isFilled(form.name()), "name");
        problems.unless(isFilled(form.street()), "street");
        problems.unless(isFilled(form.city()), "city");
        problems.unless(isFilled(form.postalCode()) && form.postalCode().length() <= 20, "postalCode");
        problems.unless(COUNTRIES.contains(form.country()), "country");
        if (PaymentMethod.withId(form.method()).isEmpty()) {
            problems.unless(false, "method");
        } else if (form.paysByCard()) {
            problems.unless(isCardNumber(form.cardNumber()), "cardNumber");
            problems.unless(isNotPast(form.cardExpiry()), "cardExpiry");
            problems.unless(CVC.matcher(form.cardCvc()).matches(), "cardCvc");
            problems.unless(isFilled(form.cardHolder()), "cardHolder");
        } else {
            problems.unless(isEmail(form.walletAccount()), "walletAccount");
        }
        return problems.found;
    }

    private static boolean isFilled(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    private static boolean isEmail(String text) {
        return text.length() <= LONGEST && EMAIL.matcher(text).matches();
    }

    private boolean isNotPast(String expiry) {
        Matcher parts = EXPIRY.matcher(expiry);
        return parts.matches()
                && !YearMonth.of(2000 + Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)))
                        .isBefore(YearMonth.now(clock));
    }

    /** Luhn: every second digit from the right counts double, and the sum of all digits ends in 0. */
    private static boolean isCardNumber(String number) {
        if (!CARD_NUMBER.matcher(number).matches()) {
            return false;
        }
        int[] digits = number.chars().map(Character::getNumericValue).toArray();
        for (int i = digits.length - 2; i >= 0; i -= 2) {
            int twice = 2 * digits[i];
            digits[i] = twice > 9 ? twice - 9 : twice;
        }
        return Arrays.stream(digits).sum() % 10 == 0;
    }

    private static final class Problems {
        private final Map<String, String> found = new LinkedHashMap<>();

        void unless(boolean right, String field) {
            if (!right) {
                found.put(field, "checkout." + field + ".invalid");
            }
        }
    }
}
