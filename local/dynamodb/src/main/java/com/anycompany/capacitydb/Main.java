package com.anycompany.capacitydb;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The program {@code capacitydb.jar}. */
public final class Main {

    private static final int USER_ERROR = 2;

    private Main() {}

    public static void main(String[] arguments) {
        // Jetty logs to SLF4J, which would say that it has no provider.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        List<String> all = Arrays.asList(arguments);
        if (all.contains("--help")) {
            System.out.println(Options.USAGE);
        } else if (all.contains("--version")) {
            System.out.println("CapacityDB " + version());
        } else {
            run(arguments);
        }
    }

    private static void run(String[] arguments) {
        try {
            CapacityDb capacityDb = CapacityDb.start(Options.parse(arguments), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(capacityDb::close, "shutdown"));
            System.out.println("CapacityDB listens on " + capacityDb.endpoint());
            capacityDb.await();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USER_ERROR);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "of this build" : version;
    }
}
