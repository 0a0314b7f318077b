package com.anycompany.xray.local.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a document's field, as it is read from JSON or from a template's variable. */
public interface FieldValue {

    /** The name of its member. */
    String name();

    String text();

    /** The text, when many documents are expected to have it: one string serves them all. */
    String symbol();

    double number();

    /** The id that the text is. */
    long id();

    /** A time in microseconds. */
    long micros();

    /** A text, a {@link Double} or a {@link Boolean}. */
    Object scalar();

    /** Whether it is {@code true}. */
    boolean flag();

    /** The id that the text is, or 0 if it is none. */
    long idOrZero();

    /** The trace id that the text is, or null if it is none. */
    @Nullable
    TraceId traceId();

    /** The texts in an array. */
    List<String> texts();

    /** Whether an object begins; if not, the field counts as absent. */
    boolean isObject();
}
