package com.anycompany.shop.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the repository, without what builds and runs leave behind. */
final class SourceFiles {

    private static final Set<String> GENERATED = Set.of("target", ".git", ".shop", ".idea", ".vscode", "node_modules");

    private SourceFiles() {}

    /** All whose names end like one of these. */
    static List<Path> endingWith(String... endings) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(Repository.root(), new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return GENERATED.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    for (String ending : endings) {
                        if (file.getFileName().toString().endsWith(ending)) {
                            found.add(file);
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a reader of the repository writes it. */
    static String shown(Path file) {
        return Repository.root().relativize(file).toString();
    }
}
