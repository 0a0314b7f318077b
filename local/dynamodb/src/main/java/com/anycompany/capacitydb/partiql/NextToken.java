package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.InvalidJson;
import com.anycompany.capacitydb.json.JsonReader;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueReader;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import com.anycompany.capacitydb.value.Wording;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens that say where the next page of a SELECT begins: the key of the last item, which clients needn't understand. */
final class NextToken {

    private static final int MAX_DEPTH = 10;

    private final JsonReader json = new JsonReader(MAX_DEPTH);

    static String of(Map<String, AttributeValue> lastKey) {
        JsonWriter json = new JsonWriter();
        AttributeValueWriter.writeMap(lastKey, json);
        return Base64.getEncoder().encodeToString(json.toBytes());
    }

    @Nullable
    Map<String, AttributeValue> read(@Nullable String token) {
        if (token == null) {
            return null;
        }
        try {
            byte[] text = Base64.getDecoder().decode(token);
            return new AttributeValueReader(Wording.CURRENT).readMap(json.readObject(text));
        } catch (InvalidJson | IllegalArgumentException | ClassCastException e) {
            throw ServiceException.validation("Given NextToken is invalid");
        }
    }
}
