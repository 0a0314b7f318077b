package com.anycompany.shop.launcher.plan;

import com.anycompany.shop.commandline.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Resolves abbreviated names of parts: {@code catalog} is {@code catalogservice}, {@code load} is {@code loadgenerator}, and so is
 * any other beginning that only one part has.
 */
final class PartName {

    private static final Map<String, String> ALSO = Map.of(
            "load", "loadgenerator",
            "capacitydb", "dynamodb",
            "xray-local", "xray",
            "recommendations", "recommendationservice");

    private PartName() {}

    static String resolve(String typed, Collection<String> known) {
        for (String candidate : new String[] {typed, typed + "service", ALSO.getOrDefault(typed, typed)}) {
            if (known.contains(candidate)) {
                return candidate;
            }
        }
        List<String> beginning =
                known.stream().filter(name -> name.startsWith(typed)).toList();
        if (beginning.size() == 1) {
            return beginning.get(0);
        }
        if (typed.isEmpty()) {
            throw new UserError("Which part? There are " + String.join(", ", known) + ".");
        }
        if (beginning.size() > 1) {
            throw new UserError(
                    "'" + typed + "' may be " + String.join(" or ", beginning) + "; write more of the name.");
        }
        throw new UserError("There is no part '" + typed + "' here; there are " + String.join(", ", known) + ".");
    }
}
