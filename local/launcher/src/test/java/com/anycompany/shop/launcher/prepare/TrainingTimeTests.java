package com.anycompany.shop.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.launcher.plan.ShopFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTimeTests {

    @Test
    void estimate_isTheLastTime(@TempDir Path root) throws IOException {
        ShopFolder folder = new ShopFolder(root);
        Files.createDirectories(folder.all());
        TrainingTime training = new TrainingTime(folder);
        assertThat(training.estimate()).isEqualTo("half a minute to a minute");

        training.remember(Duration.ofMillis(41_700));

        assertThat(training.estimate()).isEqualTo("about 41 s, as the last time");

        Files.writeString(folder.all().resolve("training-seconds"), "");

        assertThat(training.estimate()).isEqualTo("half a minute to a minute");
    }
}
