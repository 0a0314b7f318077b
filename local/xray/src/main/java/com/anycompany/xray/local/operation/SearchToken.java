package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.store.Cursor;
import com.anycompany.xray.local.store.TraceOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Pagination token of a search: the position, and the search that it belongs to. */
final class SearchToken {

    private SearchToken() {}

    static String write(Cursor last, TraceOrder order, TimeRange range) {
        String text = String.join(
                ":",
                order.name(),
                Long.toString(range.start()),
                Long.toString(range.end()),
                Long.toString(last.millis()),
                Long.toString(last.number()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Cursor read(String token, TraceOrder order, TimeRange range) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII).split(":", -1);
            boolean sameQuestion = parts.length == 5
                    && parts[0].equals(order.name())
                    && Long.parseLong(parts[1]) == range.start()
                    && Long.parseLong(parts[2]) == range.end();
            if (sameQuestion) {
                return new Cursor(Long.parseLong(parts[3]), Long.parseLong(parts[4]));
            }
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("Invalid token " + token);
        }
        throw ApiException.invalid("Invalid token " + token);
    }
}
