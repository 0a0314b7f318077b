package com.anycompany.capacitydb.expression;

import com.anycompany.capacitydb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiled update: all its actions see the item as it was before. */
public record Update(List<UpdateAction> actions) {

    public Update {
        actions = List.copyOf(actions);
    }

    public List<Path> paths() {
        return actions.stream().map(UpdateAction::path).toList();
    }

    /** The message about two places that overlap; null if all are apart. */
    public @Nullable String overlap() {
        return PathOverlap.message(paths());
    }

    /** The updated attributes. */
    public Map<String, AttributeValue> apply(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> updated = new LinkedHashMap<>(item);
        List<Change> removals = new ArrayList<>();
        List<Change> assignments = new ArrayList<>();
        for (UpdateAction action : actions) {
            AttributeValue value = action.newValue(item);
            (value == null ? removals : assignments).add(new Change(action.path(), value));
        }
        // Elements behind a list's end are appended in the order of their indexes; removals mustn't move what comes
        // later.
        assignments.sort((a, b) -> Integer.compare(a.lastIndex(), b.lastIndex()));
        removals.sort((a, b) -> Integer.compare(b.lastIndex(), a.lastIndex()));
        assignments.forEach(change -> DocumentChange.apply(updated, change.path(), change.value()));
        removals.forEach(change -> DocumentChange.apply(updated, change.path(), null));
        return updated;
    }

    private record Change(Path path, @Nullable AttributeValue value) {

        private int lastIndex() {
            Path.Element last = path.elements().get(path.elements().size() - 1);
            return last instanceof Path.Index index ? index.index() : -1;
        }
    }
}
