package com.anycompany.shop.launcher.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Paths in the checkout: built jars, and {@code .shop}, which holds all files that a run writes. */
public record ShopFolder(Path root, String files) {

    private static final String HOME = "shop.home";
    private static final String SHOP = ".shop";

    public ShopFolder(Path root) {
        this(root, SHOP);
    }

    public static ShopFolder ofThisCheckout() {
        return new ShopFolder(
                Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize());
    }

    /**
     * The same checkout and the same applications, but other logs, data and process files: those of the training run, which
     * may run beside parts that an earlier launcher left.
     */
    public ShopFolder training() {
        return new ShopFolder(root, SHOP + "/training");
    }

    /** The runnable jar that Maven built. */
    public Path jar(Part part) {
        return jar(part.module(), part.app());
    }

    public Path jar(String module, String app) {
        return root.resolve(module).resolve("target/app/" + app + ".jar");
    }

    /** The folder of an exploded application. */
    public Path app(String app) {
        return root.resolve(SHOP).resolve("app").resolve(app);
    }

    /** The folders that Docker builds images from. */
    public Path images() {
        return root.resolve(SHOP).resolve("images");
    }

    public Path log(String part) {
        return shop("logs").resolve(part + ".log");
    }

    public Path run() {
        return shop("run");
    }

    public Path data() {
        return shop("data");
    }

    /** All files that this run writes. */
    public Path all() {
        return root.resolve(files);
    }

    /** Where a part's process keeps its temporary files. */
    public Path temporary(String part) {
        return shop("tmp").resolve(part);
    }

    /** Removes the temporary files of a part's earlier process, which leaves them behind when it is killed. */
    public void emptyTemporary(String part) {
        deleteTree(temporary(part));
        try {
            Files.createDirectories(temporary(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it, if it exists. */
    public static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path relative to the checkout, for messages. */
    public String shown(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }

    private Path shop(String folder) {
        return all().resolve(folder);
    }
}
