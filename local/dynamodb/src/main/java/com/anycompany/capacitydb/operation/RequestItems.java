package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonObject;

/** Reads what a batch wants of each table. */
final class RequestItems {

    private RequestItems() {}

    static JsonObject of(JsonObject request, String operation) {
        JsonObject items = request.objectOrEmpty("RequestItems");
        if (items.members().isEmpty()) {
            throw ServiceException.validation("The requestItems parameter is required for " + operation);
        }
        return items;
    }
}
