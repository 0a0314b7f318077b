package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The folder in which the labs are followed: a copy of this checkout, since the labs change its sources. */
record LabDesk(Path checkout) {

    private static final Duration TIMEOUT = Duration.ofMinutes(8);

    static LabDesk prepare() throws IOException, InterruptedException {
        LabDesk desk = new LabDesk(Worktree.create("labs", LabDesk::copy).root());
        // Otherwise git apply would take the folder for a part of this repository.
        desk.run("git init --quiet");
        return desk;
    }

    /** Of what Maven has made, only the applications. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.getParent().endsWith("target") && !folder.endsWith("app")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Runs a command that must succeed. */
    void run(String command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("lab", ".out");
        try {
            Process process = new ProcessBuilder("bash", "-c", command)
                    .directory(checkout.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended)
                    .as("%s ends within %s; it said: %s", command, TIMEOUT, said)
                    .isTrue();
            assertThat(process.exitValue()).as("%s said: %s", command, said).isZero();
        } finally {
            Files.delete(output);
        }
    }
}
