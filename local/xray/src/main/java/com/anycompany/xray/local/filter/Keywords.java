package com.anycompany.xray.local.filter;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Knows every keyword and where it belongs, to tell somebody who wrote one in the wrong place. */
final class Keywords {

    private static final String ROOT_CAUSE = "inside rootcause.… braces";

    private static final Map<String, String> HOMES = Map.ofEntries(
            Map.entry("first", ROOT_CAUSE),
            Map.entry("last", ROOT_CAUSE),
            Map.entry("index", ROOT_CAUSE),
            Map.entry("coverage", "inside rootcause.responsetime.entity braces"),
            Map.entry("remote", "inside rootcause.….entity braces"),
            Map.entry("message", "inside rootcause.….exception braces"),
            Map.entry("name", "inside service() and rootcause.… braces"),
            Map.entry("type", "inside service() and rootcause.….service braces"),
            Map.entry("root", "inside service() braces"),
            Map.entry("service", "at the top"),
            Map.entry("edge", "at the top"),
            Map.entry("group.name", "at the top of a search"),
            Map.entry("group.arn", "at the top of a search"),
            Map.entry("partial", "at the top"));

    private static final Set<String> EVERYWHERE_ELSE = Set.of(
            "ok",
            "error",
            "throttle",
            "fault",
            "inferred",
            "responsetime",
            "duration",
            "http.status",
            "http.url",
            "http.method",
            "http.useragent",
            "http.clientip",
            "user",
            "availabilityzone",
            "instance.id",
            "resource.arn");

    private Keywords() {}

    static String explain(String written, String place) {
        String name = written.toLowerCase(Locale.ROOT);
        String home = HOMES.get(name);
        if (home != null) {
            return written + " is known only " + home + ", not "
                    + (home.startsWith(place) ? "in a group's own expression" : place);
        }
        if (name.startsWith("rootcause.")) {
            return written + " isn't known " + place
                    + "; there are rootcause.fault, rootcause.error and rootcause.responsetime, each with .service and"
                    + " .entity, the first two with .exception, and rootcause.json";
        }
        if (EVERYWHERE_ELSE.contains(name)) {
            return written + " can't be asked for " + place;
        }
        if (name.equals("not")) {
            return written + " is written !, as in !fault";
        }
        if (name.equals("annotation")) {
            return "an annotation needs a key, as in annotation.tenant";
        }
        return "unknown keyword " + written + "; a key of your own is written annotation." + written;
    }
}
