package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.shape.Structure;

/** Operation of the API. */
public interface Operation {

    /** As it's named in the header {@code X-Amz-Target}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The shape of its requests. */
    Structure input();

    /** Performs a request that has the operation's shape. */
    Answer perform(JsonObject request);
}
