package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets or removes one place of an item; documents on the way to it are copied. */
final class DocumentChange {

    private DocumentChange() {}

    static void apply(Map<String, AttributeValue> item, Path path, @Nullable AttributeValue value) {
        change(item, path, 0, value);
    }

    private static void change(Map<String, AttributeValue> members, Path path, int at, @Nullable AttributeValue value) {
        String name = path.elements().get(at).toString();
        if (at + 1 < path.elements().size()) {
            members.put(name, changed(members.get(name), path, at + 1, value));
        } else if (value == null) {
            members.remove(name);
        } else {
            members.put(name, value);
        }
    }

    private static AttributeValue changed(
            @Nullable AttributeValue document, Path path, int at, @Nullable AttributeValue value) {
        Path.Element element = path.elements().get(at);
        if (document instanceof AttributeValue.M map && element instanceof Path.Name) {
            Map<String, AttributeValue> members = new LinkedHashMap<>(map.members());
            change(members, path, at, value);
            return new AttributeValue.M(members);
        }
        if (document instanceof AttributeValue.L list && element instanceof Path.Index index) {
            List<AttributeValue> elements = new ArrayList<>(list.elements());
            change(elements, index.index(), path, at, value);
            return new AttributeValue.L(elements);
        }
        throw ServiceException.validation("The document path provided in the update expression is invalid for update");
    }

    private static void change(
            List<AttributeValue> elements, int index, Path path, int at, @Nullable AttributeValue value) {
        boolean inside = index < elements.size();
        if (at + 1 < path.elements().size()) {
            AttributeValue changed = changed(inside ? elements.get(index) : null, path, at + 1, value);
            elements.set(index, changed);
        } else if (value == null) {
            if (inside) {
                elements.remove(index);
            }
        } else if (inside) {
            elements.set(index, value);
        } else {
            elements.add(value);
        }
    }
}
