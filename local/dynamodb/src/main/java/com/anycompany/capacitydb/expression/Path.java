package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.value.AttributeValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Document path, for example {@code basket.items[2].price}: an attribute's name, then members and indexes. */
public record Path(List<Element> elements) {

    public Path {
        elements = List.copyOf(elements);
    }

    public static Path of(String attribute) {
        return new Path(List.of(new Name(attribute)));
    }

    /** Part of a path. */
    public sealed interface Element {}

    /** An attribute of the item, or a member of a map. */
    public record Name(String name) implements Element {

        @Override
        public String toString() {
            return name;
        }
    }

    /** An element of a list. */
    public record Index(int index) implements Element {

        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }

    /** The name of the item's attribute that the path begins with. */
    public String attribute() {
        return elements.get(0).toString();
    }

    public boolean isNested() {
        return elements.size() > 1;
    }

    /** The value at this place of the item; null if there is none. */
    public @Nullable AttributeValue find(Map<String, AttributeValue> item) {
        AttributeValue value = item.get(attribute());
        for (int i = 1; i < elements.size() && value != null; i++) {
            value = child(value, elements.get(i));
        }
        return value;
    }

    static @Nullable AttributeValue child(AttributeValue parent, Element element) {
        if (element instanceof Name name && parent instanceof AttributeValue.M map) {
            return map.members().get(name.name());
        }
        if (element instanceof Index index
                && parent instanceof AttributeValue.L list
                && index.index() < list.elements().size()) {
            return list.elements().get(index.index());
        }
        return null;
    }

    /** As error messages show it: {@code [a, [0], b]}. */
    @Override
    public String toString() {
        return elements.toString();
    }
}
