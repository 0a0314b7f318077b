package com.anycompany.shop.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that these tests belong to, wherever Maven was started. */
final class Repository {

    private Repository() {}

    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("shop")) && Files.isDirectory(folder.resolve("frontend"))) {
                return folder;
            }
        }
        throw new IllegalStateException("These tests must run inside a checkout of the shop");
    }

    /** The modules' folders relative to the root, as the root POM lists them. */
    static List<Path> modules() throws IOException {
        try (Stream<String> pom = Files.lines(root().resolve("pom.xml"))) {
            return pom.map(String::strip)
                    .filter(line -> line.startsWith("<module>"))
                    .map(line -> Path.of(line.replaceAll("</?module>", "")))
                    .toList();
        }
    }
}
