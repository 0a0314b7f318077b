package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.EntityId;
import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hash table of the entities of one trace by their ids, in the order in which they were added: it has places in a list,
 * and is at most half full. One is made for every trace that is assembled, so it makes no objects for its entries. As a
 * collection it can't be changed.
 */
final class EntityTable extends AbstractCollection<EntityNode> {

    private EntityNode[] nodes;
    private int size;

    /** Where a node stands in {@link #nodes}, counted from one. */
    private int[] places;

    /** @param expected about how many there will be */
    EntityTable(int expected) {
        nodes = new EntityNode[Math.max(4, expected)];
        places = new int[Integer.highestOneBit(nodes.length) * 4];
    }

    /** Adds it unless its id is taken: of two with one id the first counts. */
    void addIfAbsent(EntityNode node) {
        int place = place(node.entity().id());
        if (places[place] != 0) {
            return;
        }
        if (size == nodes.length) {
            grow();
            place = place(node.entity().id());
        }
        nodes[size++] = node;
        places[place] = size;
    }

    private void grow() {
        nodes = Arrays.copyOf(nodes, size * 2);
        places = new int[Integer.highestOneBit(nodes.length) * 4];
        for (int i = 0; i < size; i++) {
            places[place(nodes[i].entity().id())] = i + 1;
        }
    }

    @Nullable
    EntityNode find(long id) {
        int at = places[place(id)];
        return at == 0 ? null : nodes[at - 1];
    }

    /** The id's place, or the free one where it belongs. */
    private int place(long id) {
        int mask = places.length - 1;
        int place = EntityId.hash(id, Integer.numberOfTrailingZeros(places.length));
        while (places[place] != 0 && nodes[places[place] - 1].entity().id() != id) {
            place = (place + 1) & mask;
        }
        return place;
    }

    @Override
    public void forEach(Consumer<? super EntityNode> action) {
        for (int i = 0; i < size; i++) {
            action.accept(nodes[i]);
        }
    }

    @Override
    public Iterator<EntityNode> iterator() {
        return Arrays.asList(nodes).subList(0, size).iterator();
    }

    @Override
    public int size() {
        return size;
    }
}
