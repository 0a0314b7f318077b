package com.anycompany.xray.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documents that the X-Ray SDK sent in {@code src/test/resources/segments}, without the datagrams' headers. */
public final class RecordedDocuments {

    private RecordedDocuments() {}

    public static List<byte[]> all() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/segments"))) {
            List<byte[]> documents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                byte[] datagram = Files.readAllBytes(file);
                String text = new String(datagram, StandardCharsets.UTF_8);
                documents.add(text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
