package com.anycompany.xray.local.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reader of a file's frames: leaves out what is damaged, and goes on with the next whole frame. */
final class FrameReader {

    private final ByteBuffer file;
    private final List<Frame> whole = new ArrayList<>();
    private int damages;
    private int damagedBytes;
    private int unfinishedBytes;

    FrameReader(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /** Null at the end. */
    @Nullable
    Frame next() {
        Frame frame = Frame.read(file);
        if (frame == null && file.hasRemaining()) {
            frame = resynchronise();
        }
        if (frame != null) {
            whole.add(frame);
        }
        return frame;
    }

    private @Nullable Frame resynchronise() {
        int from = file.position();
        int next = Frame.find(file);
        int end = next < 0 ? file.limit() : next;
        Frame repaired = Frame.readUntil(file, end);
        if (repaired != null) {
            damages++;
            damagedBytes += Integer.BYTES;
            return repaired;
        }
        if (next < 0 && Frame.isUnfinished(file)) {
            unfinishedBytes = file.remaining();
        } else {
            damages++;
            damagedBytes += end - from;
        }
        file.position(end);
        return Frame.read(file);
    }

    /** The frame just read can't be used, although its checksum is right. */
    void refuseLast() {
        Frame frame = whole.remove(whole.size() - 1);
        damages++;
        damagedBytes += frame.bytes();
    }

    /** How many stretches of the file were damaged. */
    int damages() {
        return damages;
    }

    int damagedBytes() {
        return damagedBytes;
    }

    /** The length of a write at the end that was cut short. */
    int unfinishedBytes() {
        return unfinishedBytes;
    }

    /** The frames that were read and can be used. */
    List<Frame> whole() {
        return whole;
    }
}
