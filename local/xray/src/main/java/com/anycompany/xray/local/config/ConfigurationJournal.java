package com.anycompany.xray.local.config;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operation;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Command log of the configuration: appends each successful call that changes groups, rules, tags and the like to a file,
 * one per line, and repeats the calls at the next start. So no kind of configuration needs a file format of its own.
 *
 * <pre>{"time":1795545600123,"path":"/CreateGroup","input":{"GroupName":"checkout"}}</pre>
 */
public final class ConfigurationJournal {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationJournal.class);

    private final @Nullable Path file;
    private final ReplayClock clock;

    /** @param file null persists nothing */
    public ConfigurationJournal(@Nullable Path file, ReplayClock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Calls an operation and, if it succeeds and changes configuration, appends the call. */
    public Output call(Operation operation, Input input) {
        if (file == null || !operation.changesConfiguration()) {
            return operation.call(input);
        }
        synchronized (this) {
            clock.fix(clock.millis());
            try {
                Output output = operation.call(input);
                append(file, operation.path(), input);
                return output;
            } finally {
                clock.release();
            }
        }
    }

    private void append(Path file, String path, Input input) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("time", clock.millis());
        entry.put("path", path);
        entry.put("input", input.members());
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            append(out, ByteBuffer.wrap(line(entry)));
        } catch (IOException e) {
            throw ApiException.of(500, "InternalFailure", "The change is in force, but " + file + " can't be written");
        }
    }

    /** A part of a line would spoil the next one, so it is removed if the rest can't be written. */
    private static void append(FileChannel out, ByteBuffer line) throws IOException {
        long end = out.size();
        out.position(end);
        try {
            while (line.hasRemaining()) {
                out.write(line);
            }
        } catch (IOException e) {
            out.truncate(end);
            throw e;
        }
    }

    private static byte[] line(Map<String, Object> entry) {
        return (new String(Json.bytes(entry), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Repeats all calls of the file, each at its original time. A line that is incomplete, or whose call fails now, is
     * logged and removed from the file, which is kept as it was beside it.
     */
    public void replay(Operations operations) throws IOException {
        if (file == null || !Files.exists(file)) {
            return;
        }
        // A damaged character must not keep the others from being read.
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> valid = new ArrayList<>();
        for (String line : lines) {
            if (replay(operations, line)) {
                valid.add(line);
            } else {
                LOG.warn("{}: a change that can't be made again was left out: {}", file, line);
            }
        }
        clock.release();
        if (valid.size() < lines.size()) {
            Path kept = file.resolveSibling(file.getFileName() + ".damaged");
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("{}: the file as it was is kept as {}", file, kept);
            Path cleaned = file.resolveSibling(file.getFileName() + ".new");
            Files.write(cleaned, valid, StandardCharsets.UTF_8);
            Files.move(cleaned, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private boolean replay(Operations operations, String line) {
        try {
            if (Json.read(line.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> entry
                    && entry.get("time") instanceof Number time
                    && entry.get("path") instanceof String path
                    && entry.get("input") instanceof Map<?, ?> input) {
                Operation operation = operations.at(path);
                if (operation != null && operation.changesConfiguration()) {
                    clock.fix(time.longValue());
                    operation.call(Input.replayed(Json.bytes(input)));
                    return true;
                }
            }
        } catch (JacksonException | ApiException e) {
            LOG.debug("left out: {}", line, e);
        }
        return false;
    }
}
