package com.anycompany.xray.local.otlp.stacktrace;

import com.anycompany.xray.local.otlp.stacktrace.StackTrace.Frame;
import com.anycompany.xray.local.otlp.stacktrace.StackTrace.PrintedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builder for an exception, line by line. */
final class ExceptionBuilder {

    private static final int MAX_FRAMES = 50;

    /** {@code java.io.IOException: broken}, or the type alone. */
    private static final Pattern TYPED =
            Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$.\\\\+`]*)(?: \\[\\w{1,100}])?(?:: ?(.*))?", Pattern.DOTALL);

    private final StringBuilder header = new StringBuilder();
    private List<Frame> frames = new ArrayList<>();
    private @Nullable String type;
    private boolean typed = true;
    private int omitted;
    private int place = -1;
    private @Nullable ExceptionBuilder cause;

    ExceptionBuilder() {}

    ExceptionBuilder(String header) {
        this.header.append(header);
    }

    /** A line of what is printed before the frames: the type and the message, which may have several lines. */
    void headerLine(String line) {
        header.append(header.isEmpty() ? "" : "\n").append(line);
    }

    void type(String name) {
        type = name;
    }

    /** The header has a message only: errors of this language have no type that is printed. */
    ExceptionBuilder untyped() {
        typed = false;
        return this;
    }

    boolean hasHeader() {
        return !header.isEmpty();
    }

    boolean hasFrames() {
        return !frames.isEmpty();
    }

    void frame(String path, int line, String label) {
        frames.add(new Frame(path, line, label));
    }

    /** So many frames aren't printed. */
    void omit(int count) {
        omitted = (int) Math.min(Integer.MAX_VALUE, (long) omitted + count);
    }

    /** The frames were printed with the throwing line last. */
    void reverseFrames() {
        Collections.reverse(frames);
    }

    List<Frame> frames() {
        return frames;
    }

    /** Keeps the frames from that place on. */
    void dropFirstFrames(int count) {
        frames = new ArrayList<>(frames.subList(count, frames.size()));
    }

    boolean hasCause() {
        return cause != null;
    }

    void causedBy(ExceptionBuilder other) {
        cause = other;
    }

    /** Says where it stands among the exceptions of its stack trace. */
    void standAt(int number) {
        place = number;
    }

    PrintedException build() {
        String text = header.toString().strip();
        String name = type;
        String message = text;
        Matcher parts = TYPED.matcher(text);
        if (typed && name == null && parts.matches()) {
            name = parts.group(1);
            message = parts.group(2);
        }
        List<Frame> kept = frames.subList(0, Math.min(MAX_FRAMES, frames.size()));
        omit(frames.size() - kept.size());
        String told = message == null || message.isEmpty() ? null : message;
        return new PrintedException(name, told, List.copyOf(kept), omitted, cause == null ? -1 : cause.place);
    }
}
