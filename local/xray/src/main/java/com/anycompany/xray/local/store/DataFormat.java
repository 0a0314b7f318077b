package com.anycompany.xray.local.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Version of a data folder's format, in a file of its own: a later version's files would look like damage. A folder
 * without that file is of the first version. The number stands there three times, so that a flipped bit refuses nothing.
 */
final class DataFormat {

    private static final Logger LOG = LoggerFactory.getLogger(DataFormat.class);
    private static final String FILE = "format";
    private static final int VERSION = 1;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private DataFormat() {}

    /** @throws IOException with a sentence for the user if a later version has written the folder */
    static void check(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            write(file);
            return;
        }
        int[] numbers = NUMBER.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .mapToInt(Integer::parseInt)
                .toArray();
        boolean later =
                numbers.length == 3 && numbers[0] > VERSION && numbers[0] == numbers[1] && numbers[1] == numbers[2];
        if (later) {
            throw new IOException(
                    "%s was written by a later X-Ray Local (format %d; this one reads format %d); start that one, or give another folder with --data"
                            .formatted(folder, numbers[0], VERSION));
        }
    }

    /** A folder without the file is read as well. */
    private static void write(Path file) {
        try {
            Files.writeString(file, "format %1$d %1$d %1$d%n".formatted(VERSION));
        } catch (IOException e) {
            LOG.warn("{} can't be written: {}", file, e.toString());
        }
    }
}
