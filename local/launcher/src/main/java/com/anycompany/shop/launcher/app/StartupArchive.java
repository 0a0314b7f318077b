package com.anycompany.shop.launcher.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Class data archive of one application: a file with its loaded and verified classes, which later starts map into memory. That
 * halves the start (docs/adr/007-start-up-archives.md). Up to JDK 24 it is a dynamic CDS archive, from JDK 25 on an AOT cache.
 * Its name contains a hash of all that it depends on (JDK, flags, folder), and it lies beside the jars that it was recorded
 * from, so that a wrong one isn't used. If the JVM rejects it, the application starts without.
 */
public record StartupArchive(Path file, boolean isAotCache) {

    public boolean exists() {
        return Files.exists(file);
    }

    /** Whether it exists, or recording it has failed already. */
    public boolean isSettled() {
        return exists() || Files.exists(failure());
    }

    public List<String> flagsToUse() {
        return exists() ? List.of((isAotCache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file) : List.of();
    }

    /** The JVM writes the archive when it ends, under another name, so that a JVM that is killed leaves no unfinished one. */
    public List<String> flagsToRecord() {
        return List.of((isAotCache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + recording());
    }

    /** Gives the archive that was recorded, if one was, its name. */
    public void keepRecording() {
        try {
            if (Files.exists(recording())) {
                Files.move(recording(), file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what a recording that was killed has left. */
    public void deleteRecording() {
        String prefix = recording().getFileName().toString();
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path leftover : files.filter(
                            path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Files.deleteIfExists(leftover);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Recording isn't tried again until the application is built again. */
    public void giveUp() {
        try {
            Files.writeString(failure(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path recording() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private Path failure() {
        return file.resolveSibling(file.getFileName() + ".failed");
    }
}
