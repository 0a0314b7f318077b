package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.product.Money;
import com.anycompany.shop.frontend.web.IdFormat;
import com.anycompany.shop.frontend.web.ShopperId;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One filled-in checkout form: its idempotency key, which stays the same however often the form is sent, the shopper for whom
 * the form was made, and the total that the shopper saw. A form that is sent again after its order was placed comes from a browser
 * with a new shopper; it still belongs to the earlier one.
 */
record Submission(IdempotencyKey key, ShopperId shopper, Money expectedTotal) {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2})?");

    static Submission withNewKey(ShopperId shopper, Money total) {
        return new Submission(IdempotencyKey.random(), shopper, total);
    }

    /** The submission as the browser sent it; null if its values can't be those of a checkout page. */
    static @Nullable Submission parse(String key, ShopperId shopper, String expectedTotal) {
        return IdFormat.isValid(key) && AMOUNT.matcher(expectedTotal).matches()
                ? new Submission(new IdempotencyKey(key), shopper, new Money(new BigDecimal(expectedTotal), "USD"))
                : null;
    }

    /** The same key for another attempt at the same order. */
    Submission withTotal(Money total) {
        return new Submission(key, shopper, total);
    }
}
