package com.anycompany.capacitydb.partiql;

import com.anycompany.capacitydb.expression.Path;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a SELECT returns of an item: each path under the name of its last part. */
final class SelectedPaths {

    private SelectedPaths() {}

    static Map<String, AttributeValue> of(@Nullable List<Path> paths, Map<String, AttributeValue> item) {
        if (paths == null) {
            return item;
        }
        Map<String, AttributeValue> selected = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            AttributeValue value = paths.get(i).find(item);
            if (value != null) {
                List<Path.Element> elements = paths.get(i).elements();
                Path.Element last = elements.get(elements.size() - 1);
                selected.put(last instanceof Path.Name name ? name.name() : "_" + (i + 1), value);
            }
        }
        return selected;
    }
}
