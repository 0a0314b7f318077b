package com.anycompany.shop.launcher.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of one application as a JVM found them once, in a file that later starts map instead of reading,
 * verifying and linking them anew: that halves the start. JDK 24 and older call it a dynamic CDS archive, newer ones an
 * AOT cache. Its name stands for all that it depends on (JDK, flags, place), and it lies with the very jars that it was
 * made from, so that a wrong one can't be picked up; should the JVM refuse it all the same, it starts without.
 */
public record StartupArchive(Path file, boolean isAotCache) {

    public boolean exists() {
        return Files.exists(file);
    }

    /** Nothing to do any more: it exists, or making it failed already. */
    public boolean isSettled() {
        return exists() || Files.exists(failure());
    }

    public List<String> flagsToUse() {
        return exists() ? List.of((isAotCache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file) : List.of();
    }

    /** The JVM writes the archive when it ends. */
    public List<String> flagsToRecord() {
        return List.of((isAotCache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
    }

    /** Not tried again until the application is built anew. */
    public void giveUp() {
        try {
            Files.writeString(failure(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path failure() {
        return file.resolveSibling(file.getFileName() + ".failed");
    }
}
