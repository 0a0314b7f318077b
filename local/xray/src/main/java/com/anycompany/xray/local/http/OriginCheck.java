package com.anycompany.xray.local.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protection against cross-origin requests and DNS rebinding: a request's Host must be a known name or an IP address, and
 * its Origin, if it has one, must be that host. So a page of another site can't read traces through the user's browser.
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
            return "the host \"" + host + "\" is not known here; start X-Ray Local with --allowed-host "
                    + (host == null ? "NAME" : name(host)) + " to allow it";
        }
        boolean sameOrigin = origin == null
                || origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
        return sameOrigin ? null : "requests from pages of " + origin + " are refused";
    }

    /** DNS rebinding changes what a name stands for; an address stands for itself. */
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
