package com.anycompany.shop.launcher.prepare;

import com.anycompany.shop.launcher.plan.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds ports that are free for TCP and UDP, all different from each other, and whose management ports are free, too. */
public final class FreePorts {

    private FreePorts() {}

    public static Ports forAll(Ports documented) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            Ports ports = documented;
            for (String part : documented.byPart().keySet()) {
                ports = ports.with(part, take(held));
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int take(List<ServerSocket> held) throws IOException {
        while (true) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            int management = Ports.management(socket.getLocalPort());
            try {
                held.add(new ServerSocket(management, 1, InetAddress.getLoopbackAddress()));
            } catch (java.net.BindException e) {
                continue;
            }
            try (DatagramSocket udp = new DatagramSocket(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()))) {
                return udp.getLocalPort();
            } catch (java.net.BindException e) {
                // Free for TCP only; the next one is tried.
            }
        }
    }
}
