package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names and values that the expressions of one request stand for, and which of them have been used. */
public final class Placeholders {

    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;
    private final Set<String> used = new HashSet<>();

    public Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {
        this.names = names;
        this.values = values;
    }

    /** The attribute's name for {@code #placeholder}; null if it isn't defined. */
    @Nullable
    String name(String placeholder) {
        used.add(placeholder);
        return names.get(placeholder);
    }

    /** The value for {@code :placeholder}; null if it isn't defined. */
    @Nullable
    AttributeValue value(String placeholder) {
        used.add(placeholder);
        return values.get(placeholder);
    }

    /** Refuses a request that defines what no expression uses; call it when all are compiled. */
    public void checkAllUsed() {
        checkUsed("ExpressionAttributeNames", names.keySet());
        checkUsed("ExpressionAttributeValues", values.keySet());
    }

    private void checkUsed(String parameter, Set<String> defined) {
        if (used.containsAll(defined)) {
            return;
        }
        Set<String> unused = new LinkedHashSet<>(defined);
        unused.removeAll(used);
        throw ServiceException.validation(
                "Value provided in " + parameter + " unused in expressions: keys: {" + String.join(", ", unused) + "}");
    }
}
