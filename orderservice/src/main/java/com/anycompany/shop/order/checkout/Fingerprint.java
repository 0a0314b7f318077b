package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hash of a submission without its card or wallet: distinguishes a repeated one from another one with the same key. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Submission submission) {
        Address address = submission.shippingAddress();
        String content = String.join(
                "\n",
                submission.shopperId(),
                submission.cartId(),
                submission.email(),
                address.name(),
                address.street(),
                address.city(),
                address.postalCode(),
                address.country(),
                submission.payment().method(),
                submission.expectedTotal().amount().toPlainString());
        // Without a state as it always was: a submission may be repeated after an update.
        String whole = address.state() == null ? content : content + "\n" + address.state();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
