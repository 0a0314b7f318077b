package com.anycompany.xray.local.otlp;

import org.jspecify.annotations.Nullable;

/** Finds the names that become nodes of the map. */
final class Names {

    private static final int MAX_LENGTH = 200;
    private static final String PUNCTUATION = "_.:/%&#=+\\-@";

    private Names() {}

    /** What a program calls itself. */
    static String service(Span span, Attributes attributes, Attributes resource) {
        String local = attributes.text("aws.local.service");
        String name = local == null ? resource.text("service.name") : local;
        return clean(name == null ? span.name() : name);
    }

    /** What was called: the more it says about a service rather than an address, the better. */
    static String callee(Span span, Attributes attributes, @Nullable String aws, SqlBlock sql, HttpBlock http) {
        String told = attributes.text("aws.remote.service", "peer.service", "service.peer.name");
        String queue = attributes.peek("messaging.destination.name", "messaging.destination");
        String rpc = attributes.peek("rpc.service");
        for (String name : new String[] {aws, told, sql.node(), queue, http.host(), rpc}) {
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return span.name();
    }

    /** What X-Ray would refuse in a name is left out. */
    static String clean(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints()
                .filter(c -> Character.isLetter(c)
                        || Character.isDigit(c)
                        || Character.isSpaceChar(c)
                        || PUNCTUATION.indexOf(c) >= 0)
                .limit(MAX_LENGTH)
                .forEach(clean::appendCodePoint);
        return clean.isEmpty() ? "unnamed" : clean.toString();
    }
}
