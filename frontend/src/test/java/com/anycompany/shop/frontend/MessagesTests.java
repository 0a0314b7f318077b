package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.frontend.web.Notice;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text has a key, every key a text, and no text is left over. */
class MessagesTests {

    private static final Pattern KEY = Pattern.compile("#\\{([\\w.-]+)|msg\\('([\\w.-]+)'");
    private static final Pattern KEY_STEM = Pattern.compile("#\\{\\$\\{'([\\w.-]+)'|msgOrNull\\('([\\w.-]+)'");
    private static final Pattern KEY_IN_CODE = Pattern.compile("\"((?:checkout|quantity)\\.[\\w.-]+)\"");

    private final Properties messages = new Properties();

    MessagesTests() throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            messages.load(reader);
        }
    }

    @Test
    void everyKeyExists() throws IOException {
        assertThat(messages.stringPropertyNames()).containsAll(keys());
    }

    @Test
    void everyNoticeHasAText() {
        assertThat(messages.stringPropertyNames())
                .containsAll(Stream.of(Notice.values())
                        .map(notice -> "notice." + notice)
                        .toList());
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        Set<String> used = keys();
        Set<String> stems = found(KEY_STEM, "templates");
        assertThat(messages.stringPropertyNames())
                .allMatch(key ->
                        used.contains(key) || stems.stream().anyMatch(key::startsWith) || key.startsWith("checkout."));
    }

    @Test
    void textsAreNotInTemplates() throws IOException {
        for (Path template : files("src/main/resources/templates")) {
            assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern("th:text=\"'");
        }
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = found(KEY, "templates");
        for (Path source : files("src/main/java")) {
            Matcher matcher = KEY_IN_CODE.matcher(Files.readString(source));
            while (matcher.find()) {
                if (!matcher.group(1).endsWith(".")) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }

    private static Set<String> found(Pattern pattern, String folder) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files("src/main/resources/" + folder)) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
        }
        return found;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
