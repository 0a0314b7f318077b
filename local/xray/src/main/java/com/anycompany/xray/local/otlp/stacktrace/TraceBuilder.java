package com.anycompany.xray.local.otlp.stacktrace;

import java.util.ArrayList;
import java.util.List;

/** Builder for a stack trace: the exceptions in their order, and the lines that belong to none. */
final class TraceBuilder {

    private static final int MAX_EXCEPTIONS = 50;

    private final List<ExceptionBuilder> exceptions = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    ExceptionBuilder add(ExceptionBuilder exception) {
        exceptions.add(exception);
        return exception;
    }

    /** Adds an exception that is the cause of another one. */
    ExceptionBuilder addCause(ExceptionBuilder of, String header) {
        ExceptionBuilder cause = add(new ExceptionBuilder(header));
        of.causedBy(cause);
        return cause;
    }

    /** Adds an exception whose cause was printed before it, as the recorded one. */
    ExceptionBuilder addWrapper(ExceptionBuilder of, String header) {
        ExceptionBuilder wrapper = new ExceptionBuilder(header);
        wrapper.causedBy(of);
        exceptions.add(0, wrapper);
        return wrapper;
    }

    void unread(String line) {
        unread.add(line);
    }

    StackTrace build() {
        for (int i = 0; i < Math.min(MAX_EXCEPTIONS, exceptions.size()); i++) {
            exceptions.get(i).standAt(i);
        }
        List<StackTrace.PrintedException> built = new ArrayList<>();
        for (ExceptionBuilder exception : exceptions) {
            StackTrace.PrintedException printed = exception.build();
            if (built.size() < MAX_EXCEPTIONS) {
                built.add(printed);
            } else {
                unread.add(printed.type() + ": " + printed.message());
            }
        }
        return new StackTrace(List.copyOf(built), List.copyOf(unread));
    }
}
