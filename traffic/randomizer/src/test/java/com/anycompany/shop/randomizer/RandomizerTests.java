package com.anycompany.shop.randomizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.shop.commandline.ProcessFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as somebody types it. */
class RandomizerTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void kills_areAnnouncedWithTheRecoveryThatWasSeen(@TempDir Path folder) throws Exception {
        try (SupervisedProcess cart = SupervisedProcess.start(folder, "cartservice")) {
            int exitCode = run(Map.of(), "--process", cart.option(), "--every", "200ms", "--for", "1s", "--seed", "7");

            assertThat(exitCode).isZero();
            assertThat(out.toString())
                    .containsPattern("^\\d\\d:\\d\\d:\\d\\d  Killing one of cartservice every 0.2 s, seed 7\\.\n")
                    .containsPattern("cartservice +killed +process \\d+\n")
                    .containsPattern("cartservice +back +after \\d\\.\\d s\n")
                    .containsPattern("[1-9]\\d* kills?, 0 without recovery, worst recovery \\d\\.\\d s\\.\n$");
        }
    }

    @Test
    void serviceThatStaysAway_givesExitCode1(@TempDir Path folder) throws Exception {
        try (SupervisedProcess cart = SupervisedProcess.start(folder, "cartservice")) {
            LocalService elsewhere = new LocalService(
                    "cartservice",
                    cart.service().health(),
                    new ProcessFile(cart.service().file().path().resolveSibling("copy.pid")));
            java.nio.file.Files.copy(
                    cart.service().file().path(), elsewhere.file().path());
            String option = elsewhere.name() + "," + elsewhere.health() + ","
                    + elsewhere.file().path();

            assertThat(run(Map.of(), "--process", option, "--for", "100ms", "--timeout", "100ms"))
                    .isEqualTo(1);
            assertThat(out.toString()).containsPattern("cartservice +not back +after 0.1 s\n");
        }
    }

    @Test
    void onlyOne_leavesTheOthersAlone(@TempDir Path folder) throws Exception {
        try (SupervisedProcess cart = SupervisedProcess.start(folder, "cartservice");
                SupervisedProcess order = SupervisedProcess.start(folder, "orderservice")) {
            Process before = order.process();
            run(
                    Map.of(),
                    "--process",
                    cart.option(),
                    "--process",
                    order.option(),
                    "--only",
                    "cartservice",
                    "--every",
                    "10ms",
                    "--for",
                    "500ms");

            assertThat(out.toString()).contains("Killing one of cartservice every");
            assertThat(order.process()).isSameAs(before);
        }
    }

    @Test
    void badOptions_areNamedWithTheRemedy() {
        assertRefused("--every", "often", "--every", "write 500ms, 30s, 5m");
        assertRefused("--every", "5m..2m", "--every", "from the shorter to the longer one");
        assertRefused("--seed", "x", "--seed", "'x'");
        assertRefused("--process", "cart", "--process", "isn't NAME,HEALTH_URL,PID_FILE");
    }

    @Test
    void unknownService_isRefusedWithThoseThatExist() {
        assertThat(run(Map.of(), "--process", "cartservice,http://127.0.0.1:1/,none", "--only", "chart"))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("randomizer: --only: there is no chart; there are cartservice%n".formatted());
    }

    @Test
    void environmentOfAPod_isReadInBothForms() {
        Environment both = new Environment(Map.of(
                "RANDOMIZER_MIN", "PT1M", "RANDOMIZER_MAX", "90s", "RANDOMIZER_SEED", "7", "RANDOMIZER_GRACE", ""));

        assertThat(both.interval(Interval.ON_KUBERNETES))
                .isEqualTo(new Interval(Duration.ofSeconds(60), Duration.ofSeconds(90)));
        assertThat(both.seed()).contains(7L);
        assertThat(both.grace()).isEmpty();
        assertThat(new Environment(Map.of()).interval(Interval.ON_KUBERNETES))
                .isEqualTo(new Interval(Duration.ofMinutes(2), Duration.ofMinutes(5)));
    }

    @Test
    void wrongVariables_areNamed() {
        assertThatThrownBy(() -> new Environment(Map.of("RANDOMIZER_MIN", "soon")).interval(Interval.ON_KUBERNETES))
                .hasMessageStartingWith("RANDOMIZER_MIN: 'soon' isn't a duration");
        assertThatThrownBy(() -> new Environment(Map.of("RANDOMIZER_MIN", "10m")).interval(Interval.ON_KUBERNETES))
                .hasMessageStartingWith("RANDOMIZER_MIN, RANDOMIZER_MAX: the time between two kills goes from");
        assertThatThrownBy(() -> new Environment(Map.of("RANDOMIZER_SEED", "x")).seed())
                .hasMessage("RANDOMIZER_SEED: 'x' isn't a whole number");
    }

    private void assertRefused(String option, String value, String... words) {
        err.getBuffer().setLength(0);
        assertThat(run(Map.of(), option, value)).isEqualTo(2);
        assertThat(err.toString()).startsWith("randomizer: ").contains(words).hasLineCount(1);
    }

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine command = Randomizer.command(new Environment(environment));
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
