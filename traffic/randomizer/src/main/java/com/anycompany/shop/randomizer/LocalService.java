package com.anycompany.shop.randomizer;

import com.anycompany.shop.commandline.HealthCheck;
import com.anycompany.shop.commandline.ProcessFile;
import java.net.URI;
import java.nio.file.Path;

/**
 * A service that runs as a process on this machine and that a supervisor starts again when it dies.
 *
 * @param health answers 200 when the service is ready
 * @param file identifies its process
 */
record LocalService(String name, URI health, ProcessFile file) {

    /** {@code NAME,URL,FILE}; the file comes last because its name may contain commas. */
    static LocalService parse(String text) {
        String[] fields = text.split(",", 3);
        if (fields.length < 3) {
            throw new IllegalArgumentException("'" + text + "' isn't NAME,HEALTH_URL,PID_FILE");
        }
        return new LocalService(fields[0], URI.create(fields[1]), new ProcessFile(Path.of(fields[2])));
    }

    boolean isHealthy() {
        return new HealthCheck(health).isHealthy();
    }
}
