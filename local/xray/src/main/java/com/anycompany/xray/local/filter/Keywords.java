package com.anycompany.xray.local.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keyword table of the filter language: where each keyword is valid, for error messages, and how it is completed. */
final class Keywords {

    private static final String TOP = "at the top";
    private static final String SEARCH = "at the top of a search";
    private static final String ROOT_CAUSE = "inside rootcause.… braces";

    /** In the order in which completions are offered. */
    private static final List<Keyword> ALL = List.of(
            flag("ok", "answered 2xx"),
            flag("error", "answered 4xx"),
            flag("fault", "answered 5xx"),
            flag("throttle", "answered 429"),
            flag("partial", "not complete yet").validOnly(TOP),
            condition("responsetime", " > ", "seconds until the answer"),
            condition("duration", " > ", "seconds until the last bit of work"),
            condition("http.url", " CONTAINS \"", "part of the URL"),
            condition("http.method", " = \"", "GET, POST, …"),
            condition("http.status", " = ", "answer's status"),
            condition("http.clientip", " = \"", "caller's address"),
            condition("http.useragent", " CONTAINS \"", "part of the browser's name"),
            condition("user", " = \"", "the user that a segment names"),
            syntax("annotation.", "a value that the program recorded"),
            condition("service", "(\"", "went through a service").validOnly(TOP),
            condition("edge", "(\"", "one service called another").validOnly(TOP),
            syntax("service() { fault }", "any node failed"),
            flag("inferred", "contains an inferred part"),
            condition("group.name", " = \"", "in a group").validOnly(SEARCH),
            condition("group.arn", " = \"", "in a group, by its ARN").validOnly(SEARCH),
            condition("instance.id", " = \"", "ran on an instance"),
            condition("availabilityzone", " = \"", "ran in an availability zone"),
            condition("resource.arn", " = \"", "used an AWS resource"),
            condition("rootcause.fault.service", " { name = \"", "a service caused a fault"),
            condition("rootcause.fault.entity", " { name = \"", "an entity caused a fault"),
            condition("rootcause.fault.exception", " { message CONTAINS \"", "an exception caused a fault"),
            condition("rootcause.error.service", " { name = \"", "a service caused an error"),
            condition("rootcause.error.entity", " { name = \"", "an entity caused an error"),
            condition("rootcause.error.exception", " { message CONTAINS \"", "an exception caused an error"),
            condition("rootcause.responsetime.service", " { name = \"", "a service took the time"),
            condition("rootcause.responsetime.entity", " { name = \"", "an entity took the time"),
            condition("rootcause.json", " = #[", "has a root cause as in a summary"),
            condition("rootcause.fault.json", " = #[", "has a fault's root cause"),
            condition("rootcause.error.json", " = #[", "has an error's root cause"),
            condition("rootcause.responsetime.json", " = #[", "has a root cause of its response time"),
            syntax("AND ", "both"),
            syntax("OR ", "either"),
            nested("first", ROOT_CAUSE),
            nested("last", ROOT_CAUSE),
            nested("index", ROOT_CAUSE),
            nested("coverage", "inside rootcause.responsetime.entity braces"),
            nested("remote", "inside rootcause.….entity braces"),
            nested("message", "inside rootcause.….exception braces"),
            nested("name", "inside service() and rootcause.… braces"),
            nested("type", "inside service() and rootcause.….service braces"),
            nested("root", "inside service() braces"));

    private static final Map<String, Keyword> BY_NAME = ALL.stream()
            .filter(keyword -> keyword.name != null)
            .collect(Collectors.toUnmodifiableMap(keyword -> String.valueOf(keyword.name), Function.identity()));

    /**
     * Keyword, or a piece of syntax.
     *
     * @param name null for syntax
     * @param place the only place where it is valid; null if there are several
     * @param completion null if it is valid inside braces only
     */
    private record Keyword(
            @Nullable String name,
            @Nullable String place,
            @Nullable Completion completion) {

        Keyword validOnly(String only) {
            return new Keyword(name, only, completion);
        }
    }

    private Keywords() {}

    private static Keyword flag(String name, String description) {
        return condition(name, "", description);
    }

    private static Keyword condition(String name, String rest, String description) {
        return new Keyword(name, null, new Completion(name + rest, description));
    }

    private static Keyword syntax(String text, String description) {
        return new Keyword(null, null, new Completion(text, description));
    }

    private static Keyword nested(String name, String place) {
        return new Keyword(name, place, null);
    }

    static List<Completion> completions() {
        return ALL.stream()
                .map(Keyword::completion)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    static boolean contains(String name) {
        return BY_NAME.containsKey(name);
    }

    /** The message for a name that doesn't exist in the given place. */
    static String explain(String written, String place) {
        String name = written.toLowerCase(Locale.ROOT);
        Keyword keyword = BY_NAME.get(name);
        String home = keyword == null ? null : keyword.place();
        if (home != null) {
            return written + " is known only " + home + ", not "
                    + (home.startsWith(place) ? "in a group's own expression" : place);
        }
        if (name.startsWith("rootcause.")) {
            return written + " isn't known " + place
                    + "; there are rootcause.fault, rootcause.error and rootcause.responsetime, each with .service and"
                    + " .entity, the first two with .exception, and rootcause.json";
        }
        if (keyword != null) {
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
