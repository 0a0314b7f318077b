package com.anycompany.capacitydb.table;

import java.util.List;
import java.util.Set;

/** Which attributes an index has a copy of; those of the keys always. */
public record IndexProjection(Kind kind, List<String> nonKeyAttributes) {

    /** Named as in the API. */
    public enum Kind {
        ALL,
        KEYS_ONLY,
        INCLUDE
    }

    public IndexProjection {
        nonKeyAttributes = List.copyOf(nonKeyAttributes);
    }

    boolean isAll() {
        return kind == Kind.ALL;
    }

    /** Whether the index has all of these, some of which may be attributes of keys. */
    boolean covers(Set<String> attributes, Set<String> keys) {
        return isAll() || attributes.stream().allMatch(name -> keys.contains(name) || nonKeyAttributes.contains(name));
    }
}
