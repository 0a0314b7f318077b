package com.anycompany.capacitydb.capacity;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonWriter;

/** The refusal of a call for want of capacity, which says of what. */
public final class Throttled extends ServiceException {

    private static final long serialVersionUID = 1;

    private final transient Exhausted exhausted;

    Throttled(Exhausted exhausted) {
        super(exhausted.errorCode(), exhausted.message());
        this.exhausted = exhausted;
    }

    public Exhausted exhausted() {
        return exhausted;
    }

    @Override
    public void writeDetails(JsonWriter json) {
        json.name("ThrottlingReasons").startArray().startObject();
        json.name("reason").string(exhausted.reason());
        json.name("resource").string(exhausted.resource());
        json.endObject().endArray();
    }
}
