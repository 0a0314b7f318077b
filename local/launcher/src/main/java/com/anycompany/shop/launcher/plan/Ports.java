package com.anycompany.shop.launcher.plan;

import com.anycompany.shop.commandline.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The port of each part: the documented one, or that of {@code ./shop up --port}. */
public record Ports(Map<String, Integer> byPart) {

    public static final Ports DOCUMENTED = documented();

    private static final String FILE = "ports";
    private static final int MANAGEMENT_OFFSET = 10_000;
    private static final int MAX_PORT = 65_535;

    /** The ports of the running shop; the documented ones if none runs. */
    public static Ports inUse(ShopFolder folder) {
        Path file = folder.run().resolve(FILE);
        if (!Files.exists(file)) {
            return DOCUMENTED;
        }
        try {
            Ports ports = DOCUMENTED;
            for (String line : Files.readAllLines(file)) {
                String[] nameAndPort = line.split("=", 2);
                ports = ports.with(nameAndPort[0], Integer.parseInt(nameAndPort[1]));
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remember(ShopFolder folder) {
        try {
            Files.createDirectories(folder.run());
            Files.writeString(
                    folder.run().resolve(FILE),
                    byPart.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Ports with(String part, int port) {
        String name = PartName.resolve(part, byPart.keySet());
        if (port < 1 || port > MAX_PORT) {
            throw new UserError("--port " + part + "=" + port + ": a port is a number from 1 to 65535.");
        }
        Map<String, Integer> changed = new LinkedHashMap<>(byPart);
        changed.put(name, port);
        return new Ports(changed);
    }

    int of(String part) {
        Integer port = byPart.get(part);
        if (port == null) {
            throw new IllegalArgumentException(part + " has no port");
        }
        return port;
    }

    /**
     * The port on which a service answers probes and scrapers: its own + 10000, or - 10000 where that would be too high. The
     * services derive it by the same rule (docs/adr/043-management-connector.md).
     */
    public static int management(int port) {
        return port + MANAGEMENT_OFFSET <= MAX_PORT ? port + MANAGEMENT_OFFSET : port - MANAGEMENT_OFFSET;
    }

    public String url(String part) {
        return "http://localhost:" + of(part);
    }

    private static Ports documented() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("dynamodb", 8000);
        ports.put("xray", 2000);
        ShopService.ALL.forEach(service -> ports.put(service.name(), service.port()));
        return new Ports(ports);
    }
}
