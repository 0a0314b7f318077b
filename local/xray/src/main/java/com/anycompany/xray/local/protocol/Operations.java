package com.anycompany.xray.local.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registry of the operations of the X-Ray API, by path. Path and input of each stand in the service model. */
public final class Operations {

    private final ServiceModel model;
    private final Map<String, Operation> byPath = new HashMap<>();

    public Operations(ServiceModel model) {
        this.model = model;
    }

    /** Registers an operation that changes nothing that a restart must restore. */
    public Operations add(String name, Operation.Handler handler) {
        return add(new Operation(model.operation(name), false, validated(handler)));
    }

    /** The same for an operation that reads the body itself. */
    public Operations addReader(String name, Operation.Handler handler) {
        return add(new Operation(model.operation(name), false, handler));
    }

    /** Registers an operation that changes configuration: its calls are persisted and repeated at the next start. */
    public Operations addChange(String name, Operation.Handler handler) {
        return add(new Operation(model.operation(name), true, validated(handler)));
    }

    /** Reads the whole input, and so validates it, before the operation runs. */
    private static Operation.Handler validated(Operation.Handler handler) {
        return input -> {
            input.members();
            return handler.call(input);
        };
    }

    private Operations add(Operation operation) {
        if (byPath.put(operation.path(), operation) != null) {
            throw new IllegalStateException("two operations have the path " + operation.path());
        }
        return this;
    }

    /** Returns null if there is no such operation. */
    public @Nullable Operation at(String path) {
        return byPath.get(path);
    }

    public List<Operation> all() {
        return List.copyOf(byPath.values());
    }
}
