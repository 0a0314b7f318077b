package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Pagination token of a numbered list: the number at which the next page continues.
 *
 * @param list identifies the list, so that the token of another list is refused
 */
record NextToken(String list) {

    /** For operations whose answer is always one page. */
    static void refuse(Input input) {
        if (input.has("NextToken")) {
            throw ApiException.invalid("NextToken is currently not supported");
        }
    }

    String write(long number) {
        String text = list.hashCode() + ":" + number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The number in the request's token; {@code first} if it asks for the first page. */
    long read(Input input, long first) {
        String token = input.text("NextToken");
        if (token == null) {
            return first;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(":", -1);
            if (parts.length == 2 && parts[0].equals(Integer.toString(list.hashCode()))) {
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
