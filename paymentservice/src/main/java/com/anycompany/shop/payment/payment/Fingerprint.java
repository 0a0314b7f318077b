package com.anycompany.shop.payment.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hash of a payment request: distinguishes a repeated one from another one with the same key. Of a card it has the last four digits only. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(PaymentRequest request) {
        String content = String.join(
                "\n",
                request.orderId(),
                request.amount().amount().toPlainString(),
                request.amount().currency(),
                request.method(),
                String.valueOf(request.last4()),
                request.wallet() == null ? "" : request.wallet().account());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
