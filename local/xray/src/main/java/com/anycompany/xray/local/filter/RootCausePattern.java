package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.json.JsonProblem;
import com.anycompany.xray.local.trace.RootCause;
import com.anycompany.xray.local.trace.RootCause.Service;
import com.anycompany.xray.local.trace.RootCause.Step;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * {@code rootcause.json = #[{"Services": [{"Name": "api"}, {"Name": "Auth"}]}]}: matches root causes in the format of
 * GetTraceSummaries. The members of the pattern must be equal; others are ignored. A list must have the same number of elements,
 * in the same order.
 */
final class RootCausePattern implements Field<Subject> {

    private final Function<Subject, Stream<RootCause>> causes;

    RootCausePattern(Function<Subject, Stream<RootCause>> causes) {
        this.causes = causes;
    }

    @Override
    public Predicate<Subject> alone(String name, int column) {
        throw new InvalidFilter(column, name + " is compared with a pattern: " + name + " = #[{\"Services\": […]}]");
    }

    @Override
    public Predicate<Subject> compared(String name, Operator operator, int operatorColumn, Literal literal) {
        List<?> patterns = read(literal);
        return subject -> causes.apply(subject)
                .map(RootCausePattern::shape)
                .anyMatch(cause -> patterns.stream().anyMatch(pattern -> matches(pattern, cause)));
    }

    private static List<?> read(Literal literal) {
        try {
            String text = Objects.requireNonNullElse(literal.text(), "");
            if (Json.read(text.getBytes(StandardCharsets.UTF_8)) instanceof List<?> patterns) {
                return patterns;
            }
        } catch (JacksonException e) {
            throw new InvalidFilter(literal.column(), "the pattern isn't JSON: " + JsonProblem.describe(e));
        }
        throw new InvalidFilter(literal.column(), "the pattern is a list of root causes: #[{\"Services\": […]}]");
    }

    private static boolean matches(@Nullable Object pattern, @Nullable Object value) {
        if (pattern instanceof Map<?, ?> wanted) {
            return value instanceof Map<?, ?> fields
                    && wanted.entrySet().stream()
                            .allMatch(field -> matches(field.getValue(), fields.get(field.getKey())));
        }
        if (pattern instanceof List<?> wanted) {
            return value instanceof List<?> elements && matches(wanted, elements);
        }
        if (pattern instanceof Number wanted) {
            return value instanceof Number number && number.doubleValue() == wanted.doubleValue();
        }
        return Objects.equals(value, pattern);
    }

    private static boolean matches(List<?> pattern, List<?> elements) {
        if (pattern.size() != elements.size()) {
            return false;
        }
        for (int i = 0; i < elements.size(); i++) {
            if (!matches(pattern.get(i), elements.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, @Nullable Object> shape(RootCause cause) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("ClientImpacting", cause.clientImpacting());
        shape.put(
                "Services",
                cause.services().stream().map(RootCausePattern::shape).toList());
        return shape;
    }

    private static Map<String, @Nullable Object> shape(Service service) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("Name", service.id().name());
        shape.put("Names", List.of(service.id().name()));
        shape.put("Type", service.id().type());
        shape.put("AccountId", service.id().accountId());
        shape.put("Inferred", service.inferred());
        shape.put(
                "EntityPath",
                service.path().stream().map(RootCausePattern::shape).toList());
        return shape;
    }

    private static Map<String, @Nullable Object> shape(Step step) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("Name", step.name());
        shape.put("Coverage", step.coverage());
        shape.put("Remote", step.remote());
        shape.put(
                "Exceptions",
                step.exceptions().stream().map(RootCausePattern::shape).toList());
        return shape;
    }

    private static Map<String, @Nullable Object> shape(com.anycompany.xray.local.segment.Thrown thrown) {
        Map<String, @Nullable Object> shape = new LinkedHashMap<>();
        shape.put("Name", thrown.type());
        shape.put("Message", thrown.message());
        return shape;
    }
}
