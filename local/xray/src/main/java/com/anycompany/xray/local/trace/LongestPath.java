package com.anycompany.xray.local.trace;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the root cause of a response time: from the root down, again and again the longest completed child, as long as
 * it covers more than half of the root's time and isn't itself longer than the root.
 */
final class LongestPath {

    private LongestPath() {}

    static List<RootCause> of(AssembledTrace trace) {
        EntityNode root = trace.root();
        if (root == null || root.entity().inProgress() || root.entity().micros() == 0) {
            return List.of();
        }
        double whole = root.entity().micros();
        RootCausePath path = new RootCausePath();
        path.add(root, 1);
        int steps = 0;
        for (EntityNode at = longest(root, whole); at != null; at = longest(at, whole)) {
            path.add(at, at.entity().micros() / whole);
            steps++;
        }
        return steps == 0 ? List.of() : List.of(new RootCause(path.services(), true));
    }

    private static @Nullable EntityNode longest(EntityNode at, double whole) {
        return Stream.concat(at.subsegments().stream(), at.callees().stream())
                .filter(child -> qualifies(child, whole))
                .max(Comparator.comparingLong(child -> child.entity().micros()))
                .orElse(null);
    }

    private static boolean qualifies(EntityNode child, double whole) {
        long took = child.entity().micros();
        return !child.entity().inProgress() && took > whole / 2 && took <= whole;
    }
}
