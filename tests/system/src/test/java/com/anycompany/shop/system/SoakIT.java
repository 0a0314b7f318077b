package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shop under steady load for as long as {@code -Dshop.soak=PT30M} says: memory, threads and file descriptors of each process
 * end no more than 5 % above what they were after ten minutes, or after a third of the time if that is sooner.
 */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LATE + 5)
@EnabledIfSystemProperty(named = "shop.soak", matches = ".+", disabledReason = "on request: -Dshop.soak=PT30M")
@EnabledOnOs(value = OS.LINUX, disabledReason = "it reads /proc")
class SoakIT {

    private static final Duration WARM = Duration.ofMinutes(10);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(5);
    private static final double SHARE = 0.05;

    @Test
    void steadyLoad_makesNoProcessGrow(Shop shop, @TempDir Path folder) throws IOException {
        Duration time = Duration.parse(System.getProperty("shop.soak", "PT30M"));
        Instant begun = Instant.now();
        Duration third = time.dividedBy(3);
        Instant warm = begun.plus(third.compareTo(WARM) < 0 ? third : WARM);
        Path output = folder.resolve("load.out");
        Process load = shop.script().start(output, List.of("load", "--shoppers", "10", "--for", time.toString()));
        ProcessSamples samples = new ProcessSamples();
        try {
            await().atMost(time.plusMinutes(1)).pollInterval(BETWEEN_SAMPLES).until(() -> {
                takeAll(shop, samples);
                return !load.isAlive();
            });
        } finally {
            load.destroy();
        }

        String said = Files.readString(output);
        System.out.printf(
                "Soak of %s%n%s%s%n", time, samples.text(warm), said.substring(Math.max(0, said.length() - 1200)));
        assertThat(samples.growth(warm, SHARE)).isEmpty();
        assertThat(load.exitValue()).as(said).isZero();
    }

    private static void takeAll(Shop shop, ProcessSamples samples) {
        List<String> parts = new ArrayList<>(shop.ports().byPart().keySet());
        try {
            for (String part : parts) {
                samples.take(part, shop.process(part).pid());
            }
            samples.take("launcher", shop.launcher().pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
