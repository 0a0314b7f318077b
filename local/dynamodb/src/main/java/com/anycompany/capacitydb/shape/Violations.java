package com.anycompany.capacitydb.shape;

import com.anycompany.capacitydb.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints that a request doesn't satisfy; the first ten are reported. */
public final class Violations {

    private static final int MAX = 10;

    private final List<String> messages = new ArrayList<>();
    private @Nullable String least;
    private @Nullable String unsupported;

    /**
     * Adds a violation.
     *
     * @param shown the value; null if it's missing
     * @param path where it is, for example {@code keySchema.1.member.attributeName}
     */
    void add(@Nullable String shown, String path, String constraint) {
        if (messages.size() < MAX) {
            messages.add(message(shown, path, constraint));
        }
    }

    private static String message(@Nullable String shown, String path, String constraint) {
        return "Value " + (shown == null ? "null" : "'" + shown + "'") + " at '" + path
                + "' failed to satisfy constraint: " + constraint;
    }

    /** Adds a violation that is reported only if there is no other. */
    void addIfAlone(String shown, String path, String constraint) {
        least = message(shown, path, constraint);
    }

    /** Adds a violation by a value that isn't shown; the member has its name as in the request. */
    void addUnshown(String member, String constraint) {
        if (messages.size() < MAX) {
            messages.add("Value at '" + member + "' failed to satisfy constraint: " + constraint);
        }
    }

    /** Adds a member that isn't supported, which counts only if everything else is right. */
    void addUnsupported(String path) {
        if (unsupported == null) {
            unsupported = path;
        }
    }

    /** Throws only the first one. */
    void throwFirst() {
        messages.subList(Math.min(1, messages.size()), messages.size()).clear();
        throwIfAny();
    }

    public void throwIfAny() {
        if (messages.isEmpty() && least != null) {
            messages.add(least);
        }
        if (!messages.isEmpty()) {
            throw ServiceException.validation(messages.size() + " validation error" + (messages.size() == 1 ? "" : "s")
                    + " detected: " + String.join("; ", messages));
        }
        if (unsupported != null) {
            throw ServiceException.invalidParameter(unsupported + " is not supported by CapacityDB");
        }
    }
}
