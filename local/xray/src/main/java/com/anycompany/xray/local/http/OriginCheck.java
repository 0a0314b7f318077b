package com.anycompany.xray.local.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web pages from reading traces. A page elsewhere can make the browser send requests here, and by DNS
 * rebinding even under its own name; so the Host must be one of ours, and an Origin, if there is one, must be that host.
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
        if (host == null || !isOurs(name(host))) {
            return "the host \"" + host + "\" is not known here; start X-Ray Local with --allowed-host "
                    + (host == null ? "NAME" : name(host)) + " to allow it";
        }
        boolean sameOrigin = origin == null
                || origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
        return sameOrigin ? null : "requests from pages of " + origin + " are refused";
    }

    /** An address can't be rebound, a name can. */
    private boolean isOurs(String name) {
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
