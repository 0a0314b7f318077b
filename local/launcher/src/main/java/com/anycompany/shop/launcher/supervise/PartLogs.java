package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.ShopFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The parts' log files. {@code cartservice.log} is the present one, {@code cartservice.log.1} the one before, and so on up to the
 * number that is kept.
 *
 * @param limit the size in bytes at which a log is rotated while its process writes to it
 * @param kept how many earlier logs are kept
 */
public record PartLogs(ShopFolder folder, long limit, int kept) {

    private static final long FIVE_MEGABYTES = 5L << 20;

    public static PartLogs of(ShopFolder folder) {
        return new PartLogs(folder, FIVE_MEGABYTES, 2);
    }

    /** Renames the log, so that the next process begins a new one. */
    public void beginNew(String part) {
        Path log = folder.log(part);
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                makeRoom(log);
                Files.move(log, earlier(log, 1), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Rotates a log that has grown beyond the limit: copies it and truncates it, because the process keeps its file open and would
     * follow a renamed one. It appends, so its next line begins the empty file. What it writes between copy and truncation, a
     * fraction of a second, is lost.
     */
    public void rotateIfLarge(String part) {
        Path log = folder.log(part);
        try {
            if (Files.size(log) > limit) {
                makeRoom(log);
                Files.copy(log, earlier(log, 1), StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
        } catch (IOException e) {
            // The part hasn't written anything yet, or the disk is full; this is tried again.
        }
    }

    private void makeRoom(Path log) throws IOException {
        for (int number = kept - 1; number >= 1; number--) {
            if (Files.exists(earlier(log, number))) {
                Files.move(earlier(log, number), earlier(log, number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path earlier(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }
}
