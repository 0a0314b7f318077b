package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.product.Money;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes one filling-in of the checkout form one order: its key, which stays the same however often the form is
 * sent, and the total that the shopper saw.
 */
record Submission(String key, Money expectedTotal) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    static Submission first(Money total) {
        return new Submission(UUID.randomUUID().toString(), total);
    }

    /** As sent by the browser, or null if it is not what a checkout page would send. */
    static @Nullable Submission sent(String key, String expectedTotal) {
        return isKey(key) && AMOUNT.matcher(expectedTotal).matches()
                ? new Submission(key, new Money(new BigDecimal(expectedTotal), "USD"))
                : null;
    }

    /** The same key for another try of the same order. */
    Submission withTotal(Money total) {
        return new Submission(key, total);
    }
}
