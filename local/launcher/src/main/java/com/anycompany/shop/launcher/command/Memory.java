package com.anycompany.shop.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Proportional set size (PSS) of a process, from Linux's {@code smaps_rollup}; 0 on other systems. */
record Memory(long megabytes) {

    static Memory of(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .findFirst()
                    .map(line -> new Memory(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                    .orElse(new Memory(0));
        } catch (IOException e) {
            return new Memory(0);
        }
    }

    @Override
    public String toString() {
        return megabytes == 0 ? "" : megabytes + " MB";
    }
}
