package com.anycompany.shop.launcher.prepare;

import com.anycompany.shop.launcher.plan.Part;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks before the start which ports are in use, and by which process if that can be determined. */
public final class PortCheck {

    /** Distance to the port that is proposed, which is not that of the management ports. */
    private static final int OTHER = 1_000;

    private PortCheck() {}

    /** One line for each port that two parts are to use. */
    public static List<String> shared(List<Part> parts) {
        Map<Integer, String> byPort = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            Integer port = part.port();
            String other = port == null ? null : byPort.put(port, part.name());
            if (other != null) {
                lines.add("Port " + port + " is that of " + other + " and of " + part.name()
                        + ": choose another one with --port " + part.name() + "=PORT.");
            }
        }
        return lines;
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
}
