package com.anycompany.shop.launcher.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Paths in the checkout: built jars, and {@code .shop}, which holds all files that a run writes. */
public record ShopFolder(Path root) {

    private static final String HOME = "shop.home";

    public static ShopFolder ofThisCheckout() {
        return new ShopFolder(
                Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize());
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
        return shop("app").resolve(app);
    }

    /** The folders that Docker builds images from. */
    public Path images() {
        return shop("images");
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

    /** Renames a part's log to {@code .1}, so that the next run begins a new one. */
    public void rotateLog(String part) {
        Path log = log(part);
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
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
        return root.resolve(".shop").resolve(folder);
    }
}
