package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The opaque text that continues a list at a number.
 *
 * @param question what the list is of, so that a token isn't taken for another list's
 */
record NumberToken(String question) {

    String write(long number) {
        String text = question.hashCode() + ":" + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Where a request wants to go on; {@code otherwise} if it begins. */
    long read(Input input, long otherwise) {
        String token = input.text("NextToken");
        if (token == null) {
            return otherwise;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(":", -1);
            if (parts.length == 2 && parts[0].equals(Integer.toString(question.hashCode()))) {
                long number = Long.parseLong(parts[1]);
                if (number >= 0) {
                    return number;
                }
            }
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("Invalid token " + token);
        }
        throw ApiException.invalid("Invalid token " + token);
    }
}
