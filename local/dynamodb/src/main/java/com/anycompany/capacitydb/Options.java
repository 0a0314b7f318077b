package com.anycompany.capacitydb;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Options of a server.
 *
 * @param bind the address to listen on
 * @param port the port to listen on; 0 for any free one
 * @param data the folder that keeps the tables; null for memory only
 * @param synced whether a write waits for the disk
 * @param allowedHosts names, beside localhost, under which clients may call
 */
public record Options(String bind, int port, @Nullable Path data, boolean synced, Set<String> allowedHosts) {

    static final String USAGE = """
        Usage: java -jar capacitydb.jar [OPTION]...
        A DynamoDB-compatible database for one machine, with enforced read and write capacity.

          --port PORT          listen on this port (8000)
          --bind ADDRESS       listen on this address (127.0.0.1)
          --data FOLDER        keep the tables in this folder
          --fsync              with --data: a write waits for the disk, and survives a power cut
          --in-memory          keep the tables in memory only (the default)
          --allowed-host NAME  answer calls under this host name, too; can be repeated
          --help               print this help
          --version            print the version\
        """;

    private static final int DEFAULT_PORT = 8000;
    private static final int MAX_PORT = 65535;

    public Options {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** A free port of the loopback interface, tables in memory: for tests. */
    public static Options inMemory() {
        return new Options("127.0.0.1", 0, null, false, Set.of());
    }

    static Options parse(String... arguments) {
        Options options = new Options("127.0.0.1", DEFAULT_PORT, null, false, Set.of());
        int next = 0;
        while (next < arguments.length) {
            String option = arguments[next++];
            if (option.equals("--in-memory")) {
                options = new Options(options.bind, options.port, null, options.synced, options.allowedHosts);
            } else if (option.equals("--fsync")) {
                options = new Options(options.bind, options.port, options.data, true, options.allowedHosts);
            } else if (next == arguments.length) {
                throw new IllegalArgumentException(isKnown(option) ? option + " needs a value." : unknown(option));
            } else {
                options = options.with(option, arguments[next++]);
            }
        }
        return options;
    }

    private static boolean isKnown(String option) {
        return Set.of("--port", "--bind", "--data", "--allowed-host").contains(option);
    }

    private static String unknown(String option) {
        return "Unknown option " + option + ". --help lists all.";
    }

    private Options with(String option, String value) {
        return switch (option) {
            case "--port" -> new Options(bind, port(value), data, synced, allowedHosts);
            case "--bind" -> new Options(value, port, data, synced, allowedHosts);
            case "--data" -> new Options(bind, port, Path.of(value), synced, allowedHosts);
            case "--allowed-host" -> {
                Set<String> hosts = new TreeSet<>(allowedHosts);
                hosts.add(value);
                yield new Options(bind, port, data, synced, hosts);
            }
            default -> throw new IllegalArgumentException(unknown(option));
        };
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException("--port must be a number from 0 to " + MAX_PORT + ", not " + value + ".");
    }
}
