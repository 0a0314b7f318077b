package com.anycompany.dynamodb.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the command line may choose; without {@code data} the tables live in memory. */
record Settings(String bind, int port, @Nullable Path data) {

    static final String USAGE = "Usage: java -jar dynamodb-local.jar [--port 8000] [--bind 127.0.0.1] [--data DIR]";

    /** A free loopback port, tables in memory: for tests. */
    static Settings inMemory() {
        return new Settings("127.0.0.1", 0, null);
    }

    static Settings parse(String... args) {
        Settings settings = new Settings("127.0.0.1", 8000, null);
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value. " + USAGE);
            }
            settings = settings.with(args[i], args[i + 1]);
        }
        return settings;
    }

    private Settings with(String option, String value) {
        return switch (option) {
            case "--port" -> new Settings(bind, port(value), data);
            case "--bind" -> new Settings(value, port, data);
            case "--data" -> new Settings(bind, port, Path.of(value));
            default -> throw new IllegalArgumentException("Unknown option " + option + ". " + USAGE);
        };
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException("--port must be a number from 0 to 65535, not " + value + ".");
    }
}
