package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of the labs without following them: nothing in them leads nowhere. */
class LabsTests {

    private static final Pattern FILE = Pattern.compile("(?<![\\w/.])(?:deploy|docs)/[\\w./-]+");

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)(?<target>[^)#]+)");

    @Test
    void everyPage_isInTheIndex() throws IOException {
        try (Stream<Path> pages = Files.list(Repository.root().resolve("docs/labs"))) {
            assertThat(Lab.all().stream().map(lab -> lab.page().getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            pages.map(page -> page.getFileName().toString())
                                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                                    .toList());
        }
    }

    @Test
    void everyFileThatACommandNames_isThere() throws IOException {
        for (Lab lab : Lab.all()) {
            for (Lab.Block block : lab.blocks()) {
                for (String file : FILE.matcher(block.text())
                        .results()
                        .map(found -> found.group())
                        .toList()) {
                    assertThat(Repository.root().resolve(file))
                            .as("%s, line %d", lab.page(), block.line())
                            .exists();
                }
            }
        }
    }

    @Test
    void everyLink_leadsSomewhere() throws IOException {
        for (Lab lab : Lab.all()) {
            Path page = Repository.root().resolve(lab.page());
            LINK.matcher(Files.readString(page))
                    .results()
                    .forEach(link -> assertThat(page.resolveSibling(link.group(1)))
                            .as("%s links to %s", lab.page(), link.group(1))
                            .exists());
        }
    }

    @Test
    void everyCommand_isBash() throws IOException, InterruptedException {
        for (Lab lab : Lab.all()) {
            for (Lab.Block block : lab.blocks()) {
                assertThat(exitCode(List.of("bash", "-n", "-c", block.text())))
                        .as("%s, line %d", lab.page(), block.line())
                        .isZero();
            }
        }
    }

    /** The patch must keep up with the sources. */
    @Test
    void tracing_canStillBeTakenOut() throws IOException, InterruptedException {
        assertThat(exitCode(List.of("bash", "-c", "! command -v git || git apply --check docs/labs/*.patch")))
                .as("git apply --check of docs/labs/without-tracing.patch: make it anew from today's sources")
                .isZero();
    }

    private static int exitCode(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(Repository.root().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
