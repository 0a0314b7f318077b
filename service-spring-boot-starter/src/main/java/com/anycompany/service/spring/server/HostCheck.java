package com.anycompany.service.spring.server;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Check of the headers Host and Origin against DNS rebinding: a page of another site can give its own name the address of this
 * server, and would then read responses as its own. Its name stays in the header Host. An IP address there is harmless.
 */
final class HostCheck {

    private static final String ALL = "*";
    private static final List<String> LOOPBACK_AND_CLUSTER =
            List.of("localhost", "*.localhost", "*.svc", "*.svc.cluster.local");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.%]+]");
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final List<String> names;

    /** Most clients of a server use one name for it; comparing with it costs a tenth of looking at it anew. */
    private volatile @Nullable String lastAllowedHost;

    HostCheck(@Nullable String application, List<String> additional) {
        Stream<String> own = application == null ? Stream.empty() : Stream.of(application);
        names = Stream.of(LOOPBACK_AND_CLUSTER.stream(), own, additional.stream())
                .flatMap(all -> all)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether a request with these headers may be answered. */
    boolean allows(@Nullable String host, @Nullable String origin) {
        if (names.contains(ALL)) {
            return true;
        }
        return isAllowed(host) && (origin == null || isOf(origin, host));
    }

    private boolean isAllowed(@Nullable String host) {
        if (host == null || host.equals(lastAllowedHost)) {
            return true;
        }
        boolean allowed = isAddress(host) || isNamed(host);
        if (allowed) {
            lastAllowedHost = host;
        }
        return allowed;
    }

    /** Whether the page is of this server, by the name that the request has or by another of its names. */
    private boolean isOf(String origin, @Nullable String host) {
        int scheme = origin.indexOf("://");
        if (scheme < 0) {
            return false;
        }
        String authority = origin.substring(scheme + 3);
        return authority.equalsIgnoreCase(host) || isNamed(authority);
    }

    private boolean isNamed(String authority) {
        String name = name(authority);
        return names.stream()
                .anyMatch(allowed ->
                        allowed.startsWith("*.") ? name.endsWith(allowed.substring(1)) : name.equals(allowed));
    }

    private static boolean isAddress(String authority) {
        return ADDRESS.matcher(name(authority)).matches();
    }

    private static String name(String authority) {
        String name = PORT.matcher(authority.toLowerCase(Locale.ROOT)).replaceFirst("");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
