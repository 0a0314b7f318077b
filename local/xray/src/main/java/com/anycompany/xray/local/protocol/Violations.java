package com.anycompany.xray.local.protocol;

import com.anycompany.xray.local.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The violated constraints of one request, in the words of AWS: {@code 1 validation error detected: Value '0' at
 * 'samplingRule.priority' failed to satisfy constraint: Member must have value greater than or equal to 1}.
 */
final class Violations {

    private static final int MAX_SHOWN = 1000;
    private static final int MAX_ERRORS = 50;

    private final List<String> errors = new ArrayList<>();

    void add(@Nullable Object value, String path, String constraint) {
        String shown = value == null ? "null" : "'" + shortened(value.toString()) + "'";
        errors.add("Value " + shown + " at '" + path + "' failed to satisfy constraint: " + constraint);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    /** @throws ApiException if there is any */
    void refuse() {
        if (!errors.isEmpty()) {
            String count = errors.size() == 1 ? "1 validation error" : errors.size() + " validation errors";
            List<String> shown = errors.subList(0, Math.min(errors.size(), MAX_ERRORS));
            throw ApiException.validation(count + " detected: " + String.join("; ", shown));
        }
    }
}
