package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** All operations that are served, by name. */
public final class Operations {

    private final Map<String, Entry> entries = new HashMap<>();

    private record Entry(Operation operation, Structure input) {}

    public Operations(Collection<Operation> operations) {
        operations.forEach(operation -> entries.put(operation.name(), new Entry(operation, operation.input())));
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** An operation that there is. */
    public Operation get(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no operation " + name);
        }
        return entry.operation();
    }

    /** Checks the shape of the request and performs it. */
    public Answer perform(String name, JsonObject request) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new ServiceException(ErrorCode.UNKNOWN_OPERATION, "");
        }
        entry.input().check(request);
        return entry.operation().perform(request);
    }
}
