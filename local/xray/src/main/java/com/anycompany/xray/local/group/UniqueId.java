package com.anycompany.xray.local.group;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The last part of a group's ARN: 52 characters of base 32, which are a SHA-256 hash. */
final class UniqueId {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private UniqueId() {}

    static String of(String text) {
        byte[] hash = sha256(text.getBytes(StandardCharsets.UTF_8));
        StringBuilder id = new StringBuilder();
        int buffer = 0;
        int buffered = 0;
        for (byte next : hash) {
            buffer = buffer << Byte.SIZE | next & 0xFF;
            buffered += Byte.SIZE;
            while (buffered >= BITS) {
                buffered -= BITS;
                id.append(DIGITS.charAt(buffer >>> buffered & 31));
            }
        }
        return id.append(DIGITS.charAt(buffer << BITS - buffered & 31)).toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
