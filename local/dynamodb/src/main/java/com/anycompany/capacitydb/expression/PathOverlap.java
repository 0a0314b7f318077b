package com.anycompany.capacitydb.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds two paths of which one contains the other, or that want the same place to be a list and a map. */
final class PathOverlap {

    private PathOverlap() {}

    /** The message about the first pair; null if all paths are apart. */
    static @Nullable String message(List<Path> paths) {
        for (int i = 0; i < paths.size(); i++) {
            for (int j = 0; j < i; j++) {
                String problem = problem(paths.get(j), paths.get(i));
                if (problem != null) {
                    return "Two document paths " + problem
                            + " with each other; must remove or rewrite one of these paths; path one: " + paths.get(j)
                            + ", path two: " + paths.get(i);
                }
            }
        }
        return null;
    }

    private static @Nullable String problem(Path one, Path two) {
        int common = Math.min(one.elements().size(), two.elements().size());
        for (int i = 0; i < common; i++) {
            Path.Element a = one.elements().get(i);
            Path.Element b = two.elements().get(i);
            if (a.getClass() != b.getClass()) {
                return "conflict";
            }
            if (!a.equals(b)) {
                return null;
            }
        }
        return "overlap";
    }
}
