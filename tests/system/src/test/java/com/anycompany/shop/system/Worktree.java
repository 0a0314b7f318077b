package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkout made of links into this one: the same script and the same jars, but a {@code .shop} folder of its own, so
 * that tests meet neither a developer's running shop nor its data (docs/adr/020-system-tests.md).
 */
record Worktree(Path root) {

    private static final List<String> NOT_PLACED = List.of(".shop", ".git", "target");

    /** How an entry of the repository gets into the worktree. */
    interface Placing {
        void place(Path entry, Path at) throws IOException;
    }

    static Worktree create(String name) throws IOException {
        return create(name, Worktree::link);
    }

    static Worktree create(String name, Placing placing) throws IOException {
        Path root = Repository.root().resolve("tests/system/target/worktrees").resolve(name);
        Files.createDirectories(root);
        try (Stream<Path> entries = Files.list(Repository.root())) {
            for (Path entry : entries.toList()) {
                if (!NOT_PLACED.contains(entry.getFileName().toString())) {
                    placing.place(entry, root.resolve(entry.getFileName()));
                }
            }
        }
        Worktree worktree = new Worktree(root);
        worktree.forget("data");
        worktree.forget("logs");
        worktree.forget("app/launcher");
        worktree.markBuilt();
        return worktree;
    }

    private static void link(Path entry, Path at) throws IOException {
        if (!Files.exists(at)) {
            Files.createSymbolicLink(at, entry);
        }
    }

    /** Maven has just packaged what the script would otherwise build. */
    private void markBuilt() throws IOException {
        Path stamps = Files.createDirectories(root.resolve(".shop/build"));
        for (Path module : Repository.modules()) {
            Path apps = Repository.root().resolve(module).resolve("target/app");
            if (Files.isDirectory(apps)) {
                try (Stream<Path> jars = Files.list(apps)) {
                    for (Path jar : jars.toList()) {
                        String app = jar.getFileName().toString().replace(".jar", "");
                        Files.deleteIfExists(stamps.resolve(app));
                        Files.createFile(stamps.resolve(app));
                    }
                }
            }
        }
        try (Stream<Path> built = Files.list(stamps)) {
            assertThat(built.count())
                    .as("packaged modules; without them run: mvn -DskipTests package")
                    .isGreaterThanOrEqualTo(10);
        }
    }

    /** Deletes a folder below {@code .shop}. */
    void forget(String folder) throws IOException {
        Path gone = root.resolve(".shop").resolve(folder);
        if (Files.exists(gone)) {
            try (Stream<Path> paths = Files.walk(gone)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
