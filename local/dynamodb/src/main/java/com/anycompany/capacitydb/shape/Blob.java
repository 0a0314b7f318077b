package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import java.util.Base64;

/** Binary data in Base64. */
public record Blob() implements Shape {

    private static final int GROUP = 4;

    @Override
    public void checkType(Json value, boolean member) {
        if (value instanceof Json.Text text) {
            checkBase64(text.value());
        } else if (value instanceof JsonObject || value instanceof Json.Array) {
            throw Shape.notA("Blob", "java.nio.ByteBuffer", value);
        } else {
            throw Shape.wrongType("only base-64-encoded strings are convertible to bytes");
        }
    }

    private static void checkBase64(String text) {
        if (text.length() % GROUP != 0) {
            throw Shape.wrongType(
                    "Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && "+/=".indexOf(c) < 0 || c > 'z') {
                throw Shape.wrongType("Invalid Base64 character: '" + c + "'");
            }
        }
        try {
            byte[] unused = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Shape.wrongType("Invalid last non-pad Base64 character dectected");
        }
    }
}
