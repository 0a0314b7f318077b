package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The places of an item that a request wants. Elements of one list are returned in the list's order without gaps, and paths
 * with a common beginning share it.
 */
public final class Projection {

    private final Set<String> attributes = new LinkedHashSet<>();
    private final Node root = new Node();

    public Projection(List<Path> paths) {
        for (Path path : paths) {
            attributes.add(path.attribute());
            Node node = root;
            for (Path.Element element : path.elements()) {
                node = node.child(element);
            }
        }
    }

    /** The names of the item's attributes of which it wants something. */
    public Set<String> attributes() {
        return attributes;
    }

    public Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
        return root.members(item);
    }

    /** A part of the wanted paths; one without children is wanted as a whole. */
    private static final class Node {

        private final Map<String, Node> members = new LinkedHashMap<>();
        private final Map<Integer, Node> elements = new TreeMap<>();

        private Node child(Path.Element element) {
            return element instanceof Path.Index index
                    ? elements.computeIfAbsent(index.index(), i -> new Node())
                    : members.computeIfAbsent(element.toString(), n -> new Node());
        }

        private Map<String, AttributeValue> members(Map<String, AttributeValue> of) {
            Map<String, AttributeValue> wanted = new LinkedHashMap<>();
            members.forEach((name, node) -> {
                AttributeValue value = of.get(name);
                List<AttributeValue> found = value == null ? List.of() : node.of(value);
                if (!found.isEmpty()) {
                    wanted.put(name, found.get(0));
                }
            });
            return wanted;
        }

        /** What is wanted of this value: one value or none. */
        private List<AttributeValue> of(AttributeValue value) {
            if (members.isEmpty() && elements.isEmpty()) {
                return List.of(value);
            }
            if (value instanceof AttributeValue.M map && !members.isEmpty()) {
                Map<String, AttributeValue> wanted = members(map.members());
                return wanted.isEmpty() ? List.of() : List.of(new AttributeValue.M(wanted));
            }
            if (value instanceof AttributeValue.L list && !elements.isEmpty()) {
                List<AttributeValue> wanted = new ArrayList<>();
                elements.forEach((index, node) -> {
                    if (index < list.elements().size()) {
                        wanted.addAll(node.of(list.elements().get(index)));
                    }
                });
                return wanted.isEmpty() ? List.of() : List.of(new AttributeValue.L(wanted));
            }
            return List.of();
        }
    }
}
