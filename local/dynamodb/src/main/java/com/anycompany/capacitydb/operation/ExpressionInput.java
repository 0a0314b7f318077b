package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.expression.Condition;
import com.anycompany.capacitydb.expression.ExpressionKind;
import com.anycompany.capacitydb.expression.Expressions;
import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.expression.Placeholders;
import com.anycompany.capacitydb.expression.Update;
import com.anycompany.capacitydb.json.Json;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.Utf8;
import com.anycompany.capacitydb.value.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The expressions of a request, and the names and values that they stand for. */
public final class ExpressionInput {

    private static final Pattern NAME_PLACEHOLDER = Pattern.compile("#[0-9a-zA-Z_]+");
    private static final Pattern VALUE_PLACEHOLDER = Pattern.compile(":[0-9a-zA-Z_]+");
    private static final int MAX_KEY = 255;
    private static final int MAX_SIZE = 2 << 20;
    private static final String NAMES = "ExpressionAttributeNames";
    private static final String VALUES = "ExpressionAttributeValues";

    private final JsonObject request;
    private final Expressions expressions;
    private final Placeholders placeholders;

    private ExpressionInput(JsonObject request, Expressions expressions, Placeholders placeholders) {
        this.request = request;
        this.expressions = expressions;
        this.placeholders = placeholders;
    }

    /** Reads names and values; {@link #checkParameters} comes before. */
    public static ExpressionInput of(JsonObject request, Expressions expressions, Wording wording) {
        Map<String, String> names = names(request);
        Map<String, AttributeValue> values = values(request, wording);
        checkSize(names, values);
        return new ExpressionInput(request, expressions, new Placeholders(names, values));
    }

    /** All that placeholders stand for may be 2 MB together. */
    private static void checkSize(Map<String, String> names, Map<String, AttributeValue> values) {
        long ofNames = names.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + Utf8.length(e.getValue()))
                .sum();
        long ofValues = values.entrySet().stream()
                .mapToLong(e -> e.getKey().length() + e.getValue().size())
                .sum();
        if (ofNames > MAX_SIZE) {
            throw ServiceException.validation(NAMES + " exceeds max size");
        }
        if (ofValues > MAX_SIZE) {
            throw ServiceException.validation(VALUES + " exceeds max size");
        }
        if (ofNames + ofValues > MAX_SIZE) {
            throw ServiceException.validation("Combined size of " + NAMES + " and " + VALUES + " exceeds max size");
        }
    }

    /**
     * Refuses requests that mix expressions with legacy parameters, or have names or values for no expression.
     *
     * @param kinds the expressions that the operation has
     * @param legacy the parameters that they replace
     */
    public static void checkParameters(
            JsonObject request, List<ExpressionKind> kinds, List<String> legacy, Wording wording) {
        List<String> used = present(request, kinds.stream().map(ExpressionKind::parameter));
        List<String> old = present(request, legacy.stream());
        if (!used.isEmpty() && !old.isEmpty()) {
            throw ServiceException.validation("Can not use both expression and non-expression parameters in the same "
                    + "request: Non-expression parameters: {" + String.join(", ", old) + "} Expression parameters: {"
                    + String.join(", ", used) + "}");
        }
        if (request.has(NAMES) && used.isEmpty()) {
            throw ServiceException.validation(NAMES + " can only be specified when using expressions");
        }
        List<String> withValues = kinds.stream()
                .filter(kind -> kind != ExpressionKind.PROJECTION)
                .map(ExpressionKind::parameter)
                .toList();
        if (request.has(VALUES) && withValues.stream().noneMatch(request::has)) {
            throw ServiceException.validation(VALUES + " can only be specified when using expressions"
                    + (withValues.isEmpty() || wording == Wording.CURRENT
                            ? ""
                            : ": " + String.join(" and ", withValues) + (withValues.size() > 1 ? " are" : " is")
                                    + " null"));
        }
    }

    private static List<String> present(JsonObject request, Stream<String> parameters) {
        return parameters.filter(request::has).toList();
    }

    private static Map<String, String> names(JsonObject request) {
        JsonObject json = request.object(NAMES);
        if (json == null) {
            return Map.of();
        }
        checkKeys(NAMES, json, NAME_PLACEHOLDER);
        Map<String, String> names = new LinkedHashMap<>();
        for (String key : json.names()) {
            String name = json.text(key);
            if (name.isEmpty()) {
                throw ServiceException.validation(
                        NAMES + " contains invalid value: Empty attribute name for key " + key);
            }
            names.put(key, name);
        }
        return names;
    }

    private static Map<String, AttributeValue> values(JsonObject request, Wording wording) {
        JsonObject json = request.object(VALUES);
        if (json == null) {
            return Map.of();
        }
        checkKeys(VALUES, json, VALUE_PLACEHOLDER);
        AttributeValueReader reader = new AttributeValueReader(wording);
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : json.members().entrySet()) {
            values.put(member.getKey(), value(member, reader, wording));
        }
        return values;
    }

    private static AttributeValue value(Map.Entry<String, Json> member, AttributeValueReader reader, Wording wording) {
        try {
            return reader.read((JsonObject) member.getValue());
        } catch (ServiceException e) {
            throw wording == Wording.CURRENT
                    ? e
                    : ServiceException.validation(
                            VALUES + " contains invalid value: " + e.message() + " for key " + member.getKey());
        }
    }

    private static void checkKeys(String parameter, JsonObject json, Pattern pattern) {
        if (json.members().isEmpty()) {
            throw ServiceException.validation(parameter + " must not be empty");
        }
        for (String key : json.names()) {
            if (key.length() > MAX_KEY) {
                throw ServiceException.validation(parameter
                        + " contains invalid key: The expression attribute map contains a key that is too long");
            }
            if (!pattern.matcher(key).matches()) {
                throw ServiceException.validation(
                        parameter + " contains invalid key: Syntax error; key: \"" + key + "\"");
            }
        }
    }

    /** The condition of this kind; null if the request has none. */
    public @Nullable Condition condition(ExpressionKind kind) {
        String text = request.string(kind.parameter());
        return text == null ? null : expressions.condition(kind, text, placeholders);
    }

    public @Nullable Update update() {
        String text = request.string(ExpressionKind.UPDATE.parameter());
        return text == null ? null : expressions.update(text, placeholders);
    }

    public @Nullable List<Path> projection() {
        String text = request.string(ExpressionKind.PROJECTION.parameter());
        return text == null ? null : expressions.projection(text, placeholders);
    }

    /** Refuses names and values that nothing used; to be called last. */
    public void checkAllUsed() {
        placeholders.checkAllUsed();
    }
}
