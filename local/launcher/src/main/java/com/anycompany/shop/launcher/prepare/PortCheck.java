package com.anycompany.shop.launcher.prepare;

import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Ports;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks before the start which ports are in use, and by which process if that can be determined. */
public final class PortCheck {

    /** Distance to the port that is proposed, which is not that of the management ports. */
    private static final int OTHER = 1_000;

    private PortCheck() {}

    /**
     * One line for each two parts that are to use the same port, be it for requests or for health checks. Those of a service have
     * a port of their own, which follows from its first one ({@link Ports#management}).
     */
    public static List<String> shared(List<Part> parts) {
        Map<Integer, Use> byPort = new HashMap<>();
        Map<String, String> lines = new LinkedHashMap<>();
        for (Part part : parts) {
            for (Use use : uses(part)) {
                Use other = byPort.putIfAbsent(use.port(), use);
                if (other != null) {
                    lines.putIfAbsent(other.part() + " and " + use.part(), line(use, other));
                }
            }
        }
        return List.copyOf(lines.values());
    }

    private static String line(Use use, Use other) {
        return "Port " + use.port() + " is " + other.words() + " and " + use.words()
                + ": choose another one with --port " + use.part() + "=PORT.";
    }

    private static List<Use> uses(Part part) {
        Integer port = part.port();
        Integer health = part.healthPort();
        if (port == null || health == null) {
            return List.of();
        }
        Use requests = new Use(part.name(), port, "that of ");
        return health.equals(port)
                ? List.of(requests)
                : List.of(requests, new Use(part.name(), health, "that for the health checks of "));
    }

    /** One line for each port in use. */
    public static List<String> busy(List<Part> parts) {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            Integer port = part.port();
            Integer health = part.healthPort();
            if (port == null || health == null) {
                continue;
            }
            if (!isFree(port, part.name().equals("xray"))) {
                lines.add(line(part, port, port, "for "));
            } else if (!health.equals(port) && !isFree(health, false)) {
                lines.add(line(part, port, health, "for the health checks of "));
            }
        }
        return lines;
    }

    private static String line(Part part, int port, int busy, String purpose) {
        return "Port " + busy + " " + purpose + part.name() + " is in use"
                + PortOwner.of(busy).map(pid -> " by process " + pid).orElse("")
                + ": end that, or choose another port: ./shop up --port "
                + part.name() + "=" + (port < 50000 ? port + OTHER : port - OTHER) + ".";
    }

    private static boolean isFree(int port, boolean alsoUdp) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            if (alsoUdp) {
                new DatagramSocket(address).close();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that a part listens on. */
    private record Use(String part, int port, String purpose) {

        String words() {
            return purpose + part;
        }
    }
}
