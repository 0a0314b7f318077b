package com.anycompany.shop.system;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Free ports for all parts, below those that the system hands out to clients, and none of them another's management port. */
record ShopPorts(Map<String, Integer> byPart) {

    private static final List<String> PARTS =
            Stream.concat(Stream.of("dynamodb", "xray"), Shop.SERVICES.stream()).toList();

    static ShopPorts free() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String part : PARTS) {
            int port;
            do {
                port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            } while (ports.containsValue(port) || !isFree(port) || !isFree(management(port)));
            ports.put(part, port);
        }
        return new ShopPorts(ports);
    }

    int of(String part) {
        Integer port = byPart.get(part);
        if (port == null) {
            throw new IllegalArgumentException("no part " + part);
        }
        return port;
    }

    String url(String part) {
        return "http://localhost:" + of(part);
    }

    /** Where a service answers probes and scrapers. */
    String managementUrl(String service) {
        return "http://localhost:" + management(of(service));
    }

    /** The management port of a service with this port. */
    static int management(int port) {
        return port + 10_000;
    }

    /** As options of {@code ./shop up}. */
    List<String> options() {
        return byPart.entrySet().stream()
                .flatMap(part -> List.of("--port", part.getKey() + "=" + part.getValue()).stream())
                .toList();
    }

    static boolean isFree(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (ServerSocket tcp = new ServerSocket();
                DatagramSocket udp = new DatagramSocket(address)) {
            tcp.setReuseAddress(true);
            tcp.bind(address);
            return udp.isBound();
        } catch (IOException busy) {
            return false;
        }
    }
}
