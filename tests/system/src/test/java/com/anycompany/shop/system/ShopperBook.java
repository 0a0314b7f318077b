package com.anycompany.shop.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The book that {@code ./shop audit --book} reads: what each shopper was told, in the order in which it was told. */
final class ShopperBook {

    private final List<String> lines = new ArrayList<>();

    /** @param total as the page shows it, such as {@code $24.90}; empty if it shows none */
    synchronized void told(String status, String order, String total) {
        lines.add((status + " " + order + " " + total.replaceAll("[^0-9.]", "")).strip());
    }

    /** The shop said that nothing was ordered by this submission. */
    synchronized void nothing(String key) {
        lines.add("NOTHING " + key);
    }

    synchronized int answers() {
        return lines.size();
    }

    synchronized Path write(Path file) throws IOException {
        return Files.write(file, lines);
    }
}
