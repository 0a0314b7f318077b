package com.anycompany.xray.local.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** File that frames are appended to: what a failed write has left is removed before the next one. */
final class FrameFile implements AutoCloseable {

    private final FileChannel channel;

    /** Where the last whole frame ends. */
    private long length;

    private boolean failed;

    private FrameFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    static FrameFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new FrameFile(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    void append(Frame frame) throws IOException {
        if (failed) {
            channel.truncate(length);
        }
        failed = true;
        channel.position(length);
        frame.write(channel);
        length = channel.position();
        failed = false;
    }

    void clear() throws IOException {
        channel.truncate(0);
        length = 0;
    }

    long length() {
        return length;
    }

    /** Whether the last write failed. */
    boolean hasFailed() {
        return failed;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (failed) {
                channel.truncate(length);
            }
        }
    }
}
