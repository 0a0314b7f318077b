package com.anycompany.xray.local.protocol;

import com.anycompany.xray.local.http.ApiException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Checks of JSON types; what is wrong is said in the words of AWS. */
final class WrongType {

    private WrongType() {}

    static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw value instanceof Map<?, ?> ? structure() : ApiException.serialization("Unexpected field type");
    }

    static Map<?, ?> object(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw value instanceof List<?>
                ? ApiException.serialization("Start of list found where not expected")
                : ApiException.serialization("Unexpected field type");
    }

    /** @param type with its article, such as {@code a String} */
    static ApiException notA(String type, Object value) {
        if (value instanceof List<?>) {
            return ApiException.serialization("Start of list found where not expected");
        }
        return value instanceof Map<?, ?>
                ? structure()
                : ApiException.serialization(token(value) + " can not be converted to " + type);
    }

    private static ApiException structure() {
        return ApiException.serialization("Start of structure or map found where not expected.");
    }

    private static String token(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "TRUE_VALUE" : "FALSE_VALUE";
        }
        if (value instanceof BigDecimal) {
            return "DECIMAL_VALUE";
        }
        return value instanceof Number ? "NUMBER_VALUE" : "STRING_VALUE";
    }
}
