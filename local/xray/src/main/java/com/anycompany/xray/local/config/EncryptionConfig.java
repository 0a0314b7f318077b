package com.anycompany.xray.local.config;

import org.jspecify.annotations.Nullable;

/** The encryption setting. It is stored and returned only: X-Ray Local encrypts nothing. */
public final class EncryptionConfig {

    private volatile Encryption current = new Encryption("NONE", null);

    /** @param keyId the KMS key; null for type {@code NONE} */
    public record Encryption(String type, @Nullable String keyId) {}

    public Encryption get() {
        return current;
    }

    public void set(Encryption encryption) {
        current = encryption;
    }
}
