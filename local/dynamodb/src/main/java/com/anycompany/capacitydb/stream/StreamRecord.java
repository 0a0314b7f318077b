package com.anycompany.capacitydb.stream;

import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.table.Item;
import com.anycompany.capacitydb.table.TableSettings.StreamView;
import com.anycompany.capacitydb.value.AttributeValue;
import com.anycompany.capacitydb.value.AttributeValueWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Change of an item.
 *
 * @param old the item before; null if there was none
 * @param current the item afterwards; null if there is none
 */
record StreamRecord(
        long number,
        long millis,
        StreamView view,
        Map<String, AttributeValue> keys,
        @Nullable Item old,
        @Nullable Item current) {

    /** Sequence numbers sort as texts. */
    static String sequenceNumber(long number) {
        return String.format(Locale.ROOT, "%021d", number);
    }

    void write(String region, JsonWriter json) {
        json.startObject().name("eventID").string(String.format(Locale.ROOT, "%032x", number));
        json.name("eventName").string(old == null ? "INSERT" : current == null ? "REMOVE" : "MODIFY");
        json.name("eventVersion").string("1.1").name("eventSource").string("aws:dynamodb");
        json.name("awsRegion").string(region).name("dynamodb").startObject();
        json.name("ApproximateCreationDateTime").number(millis / 1000);
        AttributeValueWriter.writeMap(keys, json.name("Keys"));
        int size = Item.size(keys);
        if (current != null && (view == StreamView.NEW_IMAGE || view == StreamView.NEW_AND_OLD_IMAGES)) {
            AttributeValueWriter.writeMap(current.attributes(), json.name("NewImage"));
            size += current.size();
        }
        if (old != null && (view == StreamView.OLD_IMAGE || view == StreamView.NEW_AND_OLD_IMAGES)) {
            AttributeValueWriter.writeMap(old.attributes(), json.name("OldImage"));
            size += old.size();
        }
        json.name("SequenceNumber").string(sequenceNumber(number));
        json.name("SizeBytes").number(size);
        json.name("StreamViewType").string(view.name()).endObject().endObject();
    }
}
