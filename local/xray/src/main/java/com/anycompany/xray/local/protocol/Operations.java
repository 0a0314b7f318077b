package com.anycompany.xray.local.protocol;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All operations of the X-Ray API by their path. */
public final class Operations {

    private final Map<String, Operation> byPath = new HashMap<>();

    public Operations add(String path, Operation operation) {
        byPath.put(path, operation);
        return this;
    }

    @Nullable
    public Operation at(String path) {
        return byPath.get(path);
    }
}
