package com.anycompany.shop.launcher.prepare;

import com.anycompany.shop.launcher.plan.ShopFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How long the last training run of all parts took on this machine, from which the next one's time is estimated. */
record TrainingTime(ShopFolder folder) {

    private static final String UNKNOWN = "half a minute to a minute";

    /** For the person who waits: {@code about 35 s, as the last time}. */
    String estimate() {
        try {
            Path file = file();
            return Files.exists(file)
                    ? "about " + Long.parseLong(Files.readString(file).strip()) + " s, as the last time"
                    : UNKNOWN;
        } catch (IOException | NumberFormatException e) {
            return UNKNOWN;
        }
    }

    void remember(Duration took) {
        try {
            Files.writeString(file(), took.toSeconds() + "\n");
        } catch (IOException e) {
            // An estimate less; the archives themselves are recorded.
        }
    }

    private Path file() {
        return folder.all().resolve("training-seconds");
    }
}
