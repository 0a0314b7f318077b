package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;

/** Shape of a value in a request. A value is checked for its type first, then for its constraints. */
public interface Shape {

    /**
     * Throws a SerializationException if the value, or one inside it, has another type.
     *
     * @param member whether it's a member of a structure, and not of a list or map
     */
    void checkType(Json value, boolean member);

    /** Adds the constraints that the value, or one inside it, doesn't satisfy. */
    default void validate(Json value, String path, Violations violations) {
        // Most shapes have none.
    }

    /** The value in messages; structures and lists look as the service's classes print them. */
    default String show(Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        if (value instanceof Json.Number number) {
            return number.text();
        }
        return value instanceof Json.Bool bool ? Boolean.toString(bool.value()) : "null";
    }

    static ServiceException wrongType(String message) {
        return new ServiceException(ErrorCode.SERIALIZATION, message);
    }

    /** For shapes that are neither lists nor maps: what is wrong with any value that isn't of theirs. */
    static ServiceException notA(String type, String javaType, Json value) {
        if (value instanceof JsonObject) {
            return wrongType("Start of structure or map found where not expected");
        }
        return value instanceof Json.Array
                ? wrongType("Unrecognized collection type class " + javaType)
                : wrongType(token(value) + " cannot be converted to " + type);
    }

    private static String token(Json value) {
        if (value instanceof Json.Bool bool) {
            return bool.value() ? "TRUE_VALUE" : "FALSE_VALUE";
        }
        if (value instanceof Json.Number number) {
            return number.text().chars().allMatch(c -> c == '-' || Character.isDigit(c))
                    ? "NUMBER_VALUE"
                    : "DECIMAL_VALUE";
        }
        return value instanceof Json.Null ? "NULL_VALUE" : "STRING_VALUE";
    }
}
