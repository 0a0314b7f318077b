package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.trace.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scope of a filter expression: the keywords that are valid there, by name. At the top of an expression the subject is the
 * trace; inside {@code service(…) {…}} it is one segment, inside {@code edge(…) {…}} one call, inside
 * {@code rootcause.… {…}} one part of a root cause.
 *
 * @param <S> the kind of subject
 */
final class Scope<S> {

    /**
     * Nested scope: parts of a subject, which an expression tests in braces.
     *
     * @param ends the nodes by which service() and edge() select: one for a segment, two for a call
     */
    record Nested<S, T>(Function<S, Stream<T>> parts, Function<T, List<NodeId>> ends, Scope<T> scope) {}

    private final String place;
    private final Map<String, Field<S>> fields = new HashMap<>();
    private final Map<String, Nested<S, ?>> nested = new HashMap<>();
    private @Nullable Function<S, Stream<Map<String, Object>>> annotations;

    /**
     * @param place for error messages: "at the top", "inside service() braces"
     */
    Scope(String place) {
        this.place = place;
    }

    Scope<S> with(String name, Field<S> field) {
        fields.put(name, field);
        return this;
    }

    <T> Scope<S> with(String name, Scope<T> scope, Function<S, Stream<T>> parts) {
        return with(name, scope, parts, part -> List.of());
    }

    <T> Scope<S> with(String name, Scope<T> scope, Function<S, Stream<T>> parts, Function<T, List<NodeId>> ends) {
        nested.put(name, new Nested<>(parts, ends, scope));
        return this;
    }

    /** Sets the source of annotations; several maps may have the same key. */
    Scope<S> withAnnotations(Function<S, Stream<Map<String, Object>>> sources) {
        annotations = sources;
        return this;
    }

    /** The keywords of this scope and of those nested in it. */
    Set<String> keywords() {
        Set<String> all = new TreeSet<>(fields.keySet());
        nested.forEach((name, inner) -> {
            all.add(name);
            all.addAll(inner.scope().keywords());
        });
        return all;
    }

    Field<S> field(String written, int column) {
        Field<S> field = fields.get(written.toLowerCase(Locale.ROOT));
        if (field == null) {
            throw new InvalidFilter(column, Keywords.explain(written, place));
        }
        return field;
    }

    @Nullable
    Nested<S, ?> nested(String written) {
        return nested.get(written.toLowerCase(Locale.ROOT));
    }

    Predicate<S> annotation(String key, int column, Predicate<Object> wanted) {
        Function<S, Stream<Map<String, Object>>> sources = annotations;
        if (sources == null) {
            throw new InvalidFilter(column, "annotations can't be asked for " + place);
        }
        return subject -> sources.apply(subject).anyMatch(held -> {
            Object value = held.get(key);
            return value != null && wanted.test(value);
        });
    }

    String place() {
        return place;
    }
}
