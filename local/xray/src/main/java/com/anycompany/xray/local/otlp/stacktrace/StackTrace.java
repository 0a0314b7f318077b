package com.anycompany.xray.local.otlp.stacktrace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A printed stack trace that was read.
 *
 * @param exceptions the recorded exception first, then its causes and, of a group, its members; empty if nothing was read
 * @param unread the lines that have no place in an exception, as they were printed
 */
public record StackTrace(List<PrintedException> exceptions, List<String> unread) {

    /**
     * An exception as a language prints it.
     *
     * @param type null if it isn't printed
     * @param message null if there is none
     * @param frames the line that threw first, 50 at most
     * @param omitted how many frames were left out, by the language or here
     * @param cause the place of its cause in the stack trace's list; -1 if there is none
     */
    public record PrintedException(
            @Nullable String type, @Nullable String message, List<Frame> frames, int omitted, int cause) {}

    /**
     * A call that was under way.
     *
     * @param path a file or an address; empty if it isn't printed
     * @param line 0 if it isn't printed
     * @param label what was called, as the language names it; empty if it isn't printed
     */
    public record Frame(String path, int line, String label) {}

    /** How much was read: frames and causes. */
    int extent() {
        int frames = exceptions.stream()
                .mapToInt(exception -> exception.frames().size())
                .sum();
        return frames + Math.max(0, exceptions.size() - 1);
    }
}
