package com.anycompany.xray.spring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * The X-Ray daemon's address, in the forms that the X-Ray Developer Guide documents for {@code AWS_XRAY_DAEMON_ADDRESS}:
 * {@code host:port}, or {@code tcp:host:port udp:host:port} in either order. An IPv6 address stands in brackets, which the
 * X-Ray SDK itself doesn't understand.
 *
 * @param udp where segments go
 * @param tcp where sampling rules come from
 */
record DaemonAddress(Endpoint udp, Endpoint tcp) {

    private static final Logger log = LoggerFactory.getLogger(DaemonAddress.class);

    static final String VARIABLE = "AWS_XRAY_DAEMON_ADDRESS";
    static final String SYSTEM_PROPERTY = "com.amazonaws.xray.emitters.daemonAddress";
    static final String PROPERTY = "xray.daemon-address";
    static final String DEFAULT = "127.0.0.1:2000";

    private static final Pattern ENDPOINT = Pattern.compile("(\\[[^\\[\\]]+]|[^\\s:/?#@$()\\[\\]]+):(\\d{1,5})");
    private static final Pattern IPV4_IN_BRACKETS = Pattern.compile("\\[[0-9.]+]");
    private static final Pattern BOTH = Pattern.compile("(tcp|udp):(.+)");

    /**
     * A host and its port.
     *
     * @param host a name or an IPv4 address, or an IPv6 address in brackets
     */
    record Endpoint(String host, int port) {

        @Override
        public String toString() {
            return host + ":" + port;
        }

        /** The host as the JDK's sockets take it. */
        String socketHost() {
            return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        }

        private static @Nullable Endpoint parse(String text) {
            Matcher parts = ENDPOINT.matcher(text);
            if (!parts.matches()) {
                return null;
            }
            String host = parts.group(1);
            int port = Integer.parseInt(parts.group(2));
            if (IPV4_IN_BRACKETS.matcher(host).matches()) {
                // a manifest has brackets around a node's address, of whichever kind that is
                host = host.substring(1, host.length() - 1);
            }
            boolean valid = port > 0 && port < 65_536 && (host.charAt(0) != '[' || isIpv6(host));
            return valid ? new Endpoint(host, port) : null;
        }

        private static boolean isIpv6(String inBrackets) {
            try {
                return new URI("http://" + inBrackets).getHost() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    /**
     * The first of the environment variable, the SDK's system property and {@code xray.daemon-address} that is set and can
     * be read, otherwise the default. One WARN names those that can't be read: a service starts in any case.
     */
    static DaemonAddress from(Environment environment) {
        List<String> unread = new ArrayList<>();
        for (String name : List.of(VARIABLE, SYSTEM_PROPERTY, PROPERTY)) {
            String value = environment.getProperty(name);
            DaemonAddress address = value == null || value.isBlank() ? null : parse(value);
            if (address != null) {
                warn(unread, address);
                return address;
            }
            if (value != null && !value.isBlank()) {
                unread.add(name + "=" + value.strip());
            }
        }
        Endpoint local = new Endpoint("127.0.0.1", 2000);
        DaemonAddress address = new DaemonAddress(local, local);
        warn(unread, address);
        return address;
    }

    private static void warn(List<String> unread, DaemonAddress used) {
        if (!unread.isEmpty()) {
            log.warn(
                    "{} is not host:port, nor tcp:host:port udp:host:port (an IPv6 address in brackets, [::1]:2000); using {}",
                    String.join(", ", unread),
                    used);
        }
    }

    /** Null if it is in none of the forms. */
    static @Nullable DaemonAddress parse(String value) {
        StringTokenizer words = new StringTokenizer(value);
        String first = words.hasMoreTokens() ? words.nextToken() : "";
        String second = words.hasMoreTokens() ? words.nextToken() : null;
        if (words.hasMoreTokens()) {
            return null;
        }
        if (second == null) {
            Endpoint both = Endpoint.parse(first);
            return both == null ? null : new DaemonAddress(both, both);
        }
        Matcher one = BOTH.matcher(first);
        Matcher other = BOTH.matcher(second);
        if (!one.matches() || !other.matches() || one.group(1).equals(other.group(1))) {
            return null;
        }
        Endpoint ofOne = Endpoint.parse(one.group(2));
        Endpoint ofOther = Endpoint.parse(other.group(2));
        if (ofOne == null || ofOther == null) {
            return null;
        }
        return one.group(1).equals("udp") ? new DaemonAddress(ofOne, ofOther) : new DaemonAddress(ofOther, ofOne);
    }

    @Override
    public String toString() {
        return udp.equals(tcp) ? udp.toString() : "tcp:" + tcp + " udp:" + udp;
    }
}
