package com.anycompany.xray.local.robustness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Spoils the bytes of inputs, whatever they mean. */
final class ByteMutator implements Mutator {

    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[[[[[[[[",
            "{\"a\":{\"a\":{\"a\":",
            "-0",
            "1e309",
            "-1e-400",
            "NaN",
            "99999999999999999999999999",
            "1480615200000",
            "0.1e1",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\ud83d\ude00\"",
            "\"<script>alert(1)</script>\"",
            "\"\\",
            "\"name\":\"x\"",
            "\"id\":\"0000000000000000\"",
            "\"parent_id\":\"53995c3f42cd8ad8\"",
            "\"in_progress\":true",
            "\"type\":\"subsegment\"",
            "\"subsegments\":[{",
            "\"trace_id\":\"00000000000000000000000000000000\"",
            "\"fault\":1",
            ",",
            "}",
            "]",
            "\n",
            "\u0000");

    private final Random random;
    private final List<byte[]> seeds;

    ByteMutator(Random random, List<byte[]> seeds) {
        this.random = random;
        this.seeds = seeds;
    }

    @Override
    public byte[] next() {
        return spoilt(any());
    }

    byte[] spoilt(byte[] input) {
        byte[] bytes = input;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes = spoil(bytes);
        }
        return bytes;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] spoil(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(20));
        return switch (random.nextInt(9)) {
            case 0 -> splice(bytes, at, length, new byte[0]);
            case 1 -> splice(bytes, at, 0, token());
            case 2 -> splice(bytes, at, length, token());
            case 3 -> splice(bytes, at, 0, part(any()));
            case 4 -> splice(bytes, at, length, noise());
            case 5 -> splice(bytes, at, bytes.length - at, new byte[0]);
            case 6 -> splice(bytes, at, 0, "[".repeat(random.nextInt(600)).getBytes(StandardCharsets.US_ASCII));
            case 7 -> digits(bytes);
            default -> flip(bytes);
        };
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] part(byte[] of) {
        int from = random.nextInt(of.length);
        byte[] part = new byte[random.nextInt(of.length - from)];
        System.arraycopy(of, from, part, 0, part.length);
        return part;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(12)];
        random.nextBytes(noise);
        return noise;
    }

    /** Other ids, times and numbers of the same length: the input often stays valid. */
    private byte[] digits(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] >= '0' && changed[i] <= '9' && random.nextInt(30) == 0) {
                changed[i] = (byte) ('0' + random.nextInt(10));
            }
        }
        return changed;
    }

    private byte[] flip(byte[] bytes) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private static byte[] splice(byte[] bytes, int at, int removed, byte[] added) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + added.length);
        out.write(bytes, 0, at);
        out.write(added, 0, added.length);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }
}
