package com.anycompany.shop.frontend.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Credential of a shopper, which only the browser keeps: 256 random bits, and the time at which they were drawn
 * (docs/adr/044-shopper-secret.md).
 *
 * <p>The shopper's id is a SHA-256 hash of the whole text. Services, tables, traces and logs have the id, from which the secret
 * can't be computed. The time is part of the text, so a changed time makes another id.
 *
 * <pre>
 * 6a02d1f0.fD1k…              hexadecimal seconds since 1970, and 43 characters of Base64 (URL alphabet)
 * 5f1c7a8e-91d3-…             its id: the first 128 bits of SHA-256("shopper " + secret), written as a UUID
 * </pre>
 *
 * @param text what the browser keeps
 */
record ShopperSecret(String text, Instant drawnAt) {

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern FORMAT = Pattern.compile("([0-9a-f]{8})\\.[A-Za-z0-9_-]{43}");

    static ShopperSecret draw(Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new ShopperSecret(
                "%08x.%s".formatted(now.getEpochSecond(), BASE64.encodeToString(random)),
                Instant.ofEpochSecond(now.getEpochSecond()));
    }

    /** The secret with this text; empty if it doesn't have the format. */
    static Optional<ShopperSecret> parse(String text) {
        Matcher parts = FORMAT.matcher(text);
        return parts.matches()
                ? Optional.of(new ShopperSecret(text, Instant.ofEpochSecond(Long.parseLong(parts.group(1), 16))))
                : Optional.empty();
    }

    ShopperId id() {
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(("shopper " + text).getBytes(StandardCharsets.US_ASCII)));
            return new ShopperId(new UUID(hash.getLong(), hash.getLong()).toString());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Without the secret, which must not be logged. */
    @Override
    public String toString() {
        return "ShopperSecret[id=" + id() + "]";
    }
}
