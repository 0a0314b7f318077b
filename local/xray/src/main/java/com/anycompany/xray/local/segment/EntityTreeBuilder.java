package com.anycompany.xray.local.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds a document's entity with all that it encloses; the builders are in the order in which the document begins
 * them.
 */
public final class EntityTreeBuilder {

    private EntityBuilder[] entities;

    /** How many subsegments each encloses directly. */
    private int[] subsegments;

    private int size;
    private int built;

    public EntityTreeBuilder() {
        entities = new EntityBuilder[4];
        subsegments = new int[4];
    }

    /** Begins with the fields of another one. */
    public EntityTreeBuilder(EntityTreeBuilder first) {
        size = first.size;
        subsegments = first.subsegments;
        entities = new EntityBuilder[size];
        for (int i = 0; i < size; i++) {
            entities[i] = new EntityBuilder(first.entities[i]);
        }
    }

    /** @param enclosed how many subsegments it encloses directly; they are added next, each with its own */
    public void add(EntityBuilder entity, int enclosed) {
        if (size == entities.length) {
            entities = Arrays.copyOf(entities, size * 2);
            subsegments = Arrays.copyOf(subsegments, size * 2);
        }
        entities[size] = entity;
        subsegments[size++] = enclosed;
    }

    public int size() {
        return size;
    }

    /** The entity with that number, counted from 0 in the order in which the document begins them. */
    public EntityBuilder entity(int number) {
        return entities[number];
    }

    /** The document's entity. */
    public Entity build() {
        built = 0;
        return next();
    }

    private Entity next() {
        int enclosed = subsegments[built];
        EntityBuilder entity = entities[built++];
        if (enclosed == 0) {
            return entity.build(List.of());
        }
        List<Entity> children = new ArrayList<>(enclosed);
        for (int i = 0; i < enclosed; i++) {
            children.add(next());
        }
        return entity.build(children);
    }
}
