package com.anycompany.xray.local.template;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Outcome;
import com.anycompany.xray.local.segment.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * What all documents have in common that differ in their {@link Hole}s only: the document that was seen first stands for
 * them.
 */
public final class Shape {

    private final boolean subsegment;
    private final List<Entity> entities = new ArrayList<>();
    private final List<Outcome> flagged;

    /** @param flagged the outcome of each entity by its flags alone, whatever the status of its answer */
    public Shape(Part first, List<Outcome> flagged) {
        this.subsegment = first.subsegment();
        this.flagged = List.copyOf(flagged);
        collect(first.entity());
        if (entities.size() != flagged.size()) {
            throw new IllegalStateException(entities.size() + " entities, but flags of " + flagged.size());
        }
    }

    private void collect(Entity entity) {
        entities.add(entity);
        entity.subsegments().forEach(this::collect);
    }

    public boolean subsegment() {
        return subsegment;
    }

    public boolean inProgress() {
        return entities.get(0).inProgress();
    }

    public int size() {
        return entities.size();
    }

    /** In the order in which the document begins them. */
    public Entity entity(int number) {
        return entities.get(number);
    }

    public Outcome flagged(int number) {
        return flagged.get(number);
    }
}
