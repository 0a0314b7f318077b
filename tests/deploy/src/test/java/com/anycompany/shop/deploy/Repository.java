package com.anycompany.shop.deploy;

import java.nio.file.Files;
import java.nio.file.Path;

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

    static Path deploy(String path) {
        return root().resolve("deploy").resolve(path);
    }
}
