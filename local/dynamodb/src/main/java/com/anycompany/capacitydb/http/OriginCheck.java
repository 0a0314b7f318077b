package com.anycompany.capacitydb.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that pages of other sites make a browser send. Such a page can send requests here, and by DNS rebinding even
 * under a name of its own; so the Host must be an address or a known name, and an Origin, if there is one, must be that host.
 */
final class OriginCheck {

    private final Set<String> allowed = new HashSet<>();

    OriginCheck(Set<String> additional) {
        allowed.add("localhost");
        additional.forEach(host -> allowed.add(host.toLowerCase(Locale.ROOT)));
    }

    /** Returns why the request is refused, or null. */
    @Nullable
    String refusal(@Nullable String host, @Nullable String origin) {
        if (host == null || !isKnown(name(host))) {
            return "The host \"" + host + "\" is not known here; start CapacityDB with --allowed-host "
                    + (host == null ? "NAME" : name(host)) + " to allow it.";
        }
        boolean sameOrigin = origin == null
                || origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
        return sameOrigin ? null : "Requests from pages of " + origin + " are refused.";
    }

    /** An address can't be rebound, a name can. */
    private boolean isKnown(String name) {
        return allowed.contains(name) || isAddress(name);
    }

    private static boolean isAddress(String name) {
        return name.startsWith("[") && name.endsWith("]") || name.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    private static String name(String host) {
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return (end <= 0 ? host : host.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
