package com.anycompany.xray.local.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of log records, {@code logs-0000000000} and so on, one for each {@link LogBlock}. If the disk refuses a write, the records stay in
 * memory only, and the next block's file is tried.
 */
final class LogFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogFiles.class);
    private static final String PREFIX = "logs-";

    private final Path folder;
    private @Nullable FileChannel newest;
    private int newestNumber = -1;
    private boolean failed;

    LogFiles(Path folder) {
        this.folder = folder;
    }

    /** The files that there are, by their numbers. */
    SortedMap<Integer, Path> found() throws IOException {
        SortedMap<Integer, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : found) {
                String number = file.getFileName().toString().substring(PREFIX.length());
                if (number.matches("0[0-9]{9}")) {
                    files.put(Integer.parseInt(number), file);
                }
            }
        }
        return files;
    }

    void append(int block, ByteBuffer frame) {
        if (failed && block == newestNumber) {
            return;
        }
        try {
            write(block, frame);
            failed = false;
        } catch (IOException e) {
            failed = true;
            LOG.error("{} can't be written ({}): log records are kept in memory only", file(block), e.getMessage());
        }
    }

    private void write(int block, ByteBuffer frame) throws IOException {
        FileChannel channel = newest;
        if (channel == null || newestNumber != block) {
            close();
            newestNumber = block;
            channel = FileChannel.open(file(block), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            newest = channel;
        }
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    private Path file(int block) {
        return folder.resolve(PREFIX + "%010d".formatted(block));
    }

    void delete(int block) {
        try {
            if (block == newestNumber) {
                close();
            }
            Files.deleteIfExists(file(block));
        } catch (IOException e) {
            LOG.warn("{} isn't needed any more, but can't be deleted: {}", file(block), e.toString());
        }
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    public void close() throws IOException {
        if (newest != null) {
            newest.close();
            newest = null;
        }
    }
}
