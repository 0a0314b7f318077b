package com.anycompany.shop.launcher.plan;

import com.anycompany.shop.commandline.UserError;
import java.util.Collection;
import java.util.Map;

/** Resolves abbreviated names of parts: {@code catalog} is {@code catalogservice}, {@code load} is {@code loadgenerator}. */
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
        throw new UserError("There is no part '" + typed + "' here; there are " + String.join(", ", known) + ".");
    }
}
