package com.anycompany.shop.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.Part.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor with real processes: shells that write down when they come and go. */
class SupervisorTests {

    private static final String PART =
            "trap 'echo stopped $0 >> diary; exit 0' TERM; echo started $0 >> diary; while :; do sleep 0.05; done";

    /** Is never ready in its first life. */
    private static final String SLOW =
            "if [ $(cat lives 2>/dev/null | wc -l) -ge 1 ]; then echo started $0 >> diary; fi;"
                    + " echo life >> lives; while :; do sleep 0.05; done";

    @TempDir
    private Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<JavaProcess> processes = new CopyOnWriteArrayList<>();
    private Supervisor supervisor = new Supervisor(List.of(part("unused", Stage.SERVICES, "exit 0")));

    @AfterEach
    void stop() {
        supervisor.stop(Duration.ofSeconds(1));
        assertThat(processes).noneMatch(JavaProcess::isAlive);
    }

    @Test
    void startsStageByStage_andStopsTheOtherWayRound() throws Exception {
        supervise(
                part("shoppers", Stage.SHOPPERS, PART),
                part("service", Stage.SERVICES, PART),
                part("foundation", Stage.FOUNDATION, PART));

        assertThat(supervisor.start()).isTrue();
        await().until(() -> diary().size() == 3);
        assertThat(supervisor.stop(Duration.ofSeconds(20))).isTrue();

        assertThat(diary())
                .containsExactly(
                        "started foundation",
                        "started service",
                        "started shoppers",
                        "stopped shoppers",
                        "stopped service",
                        "stopped foundation");
    }

    @Test
    void killedPart_isReplacedByANewProcess() throws Exception {
        supervise(part("service", Stage.SERVICES, PART));
        supervisor.start();

        processes.get(0).handle().destroyForcibly();

        await().until(() -> heard.contains("recovered service"));
        assertThat(processes).hasSize(2);
        assertThat(heard).contains("died service: ended with exit code 137");
    }

    @Test
    void partThatCannotStart_endsTheStart_andLaterStagesNeverBegin() throws Exception {
        supervise(part("broken", Stage.FOUNDATION, "exit 7"), part("service", Stage.SERVICES, PART));

        assertThat(supervisor.start()).isFalse();

        assertThat(heard).last().isEqualTo("failed broken: ended with exit code 7 while starting, 3 times");
        assertThat(diary()).isEmpty();
    }

    @Test
    void serviceThatCannotStart_isTriedAgain_whileTheOthersServeAndTheLaterStagesBegin() throws Exception {
        supervise(
                part("foundation", Stage.FOUNDATION, PART),
                part("broken", Stage.SERVICES, "exit 7"),
                part("service", Stage.SERVICES, PART),
                part("shoppers", Stage.SHOPPERS, PART));

        assertThat(supervisor.start()).isTrue();

        assertThat(supervisor.notReady()).containsExactly("broken");
        assertThat(diary()).contains("started foundation", "started service", "started shoppers");
        assertThat(heard)
                .contains("died broken: ended with exit code 7 while starting, 3 times (./shop logs broken)")
                .noneMatch(line -> line.startsWith("failed"));
        await().until(() ->
                heard.stream().filter(line -> line.startsWith("died broken")).count() > 3);
    }

    @Test
    void partThatOthersNeed_isWaitedFor_howeverLongItTakes() throws Exception {
        supervise(part("dynamodb", Stage.FOUNDATION, SLOW), part("service", Stage.SERVICES, PART));

        assertThat(supervisor.start()).isTrue();

        assertThat(heard.get(0)).startsWith("died dynamodb: isn't ready after 1 s");
        assertThat(diary()).last().isEqualTo("started service");
        assertThat(supervisor.notReady()).isEmpty();
    }

    @Test
    void partThatIgnoresTheRequestToStop_isKilledAfterTheGrace() throws Exception {
        supervise(part("deaf", Stage.SERVICES, "trap '' TERM; while :; do sleep 0.05; done"));
        supervisor.start();

        assertThat(supervisor.stop(Duration.ofSeconds(1))).isFalse();

        assertThat(processes).noneMatch(JavaProcess::isAlive);
    }

    private void supervise(PartLifecycle... parts) {
        supervisor = new Supervisor(List.of(parts));
    }

    private PartLifecycle part(String name, Stage stage, String script) {
        Part part = new Part(name, name, name, stage, null, "", 64, Map.of(), List.of());
        List<String> command = List.of("/bin/sh", "-c", "cd '" + folder + "'; " + script, name);
        return new PartLifecycle(
                part,
                Duration.ofSeconds(script.equals(SLOW) ? 1 : 60),
                () -> {
                    JavaProcess process = JavaProcess.start(command, Map.of(), folder.resolve(name + ".log"));
                    processes.add(process);
                    return process;
                },
                () -> script.equals(PART) || script.equals(SLOW) ? wrote(name) : !script.startsWith("exit"),
                new Hearing(heard),
                Clock.systemUTC());
    }

    private boolean wrote(String name) {
        return diary().contains("started " + name);
    }

    private List<String> diary() {
        try {
            Path diary = folder.resolve("diary");
            return Files.exists(diary) ? Files.readAllLines(diary) : List.of();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Hearing(List<String> lines) implements PartListener {

        @Override
        public void ready(Part part, Duration took) {
            lines.add("ready " + part.name());
        }

        @Override
        public void died(Part part, String how, Duration wait) {
            lines.add("died " + part.name() + ": " + how);
        }

        @Override
        public void recovered(Part part, Duration took) {
            lines.add("recovered " + part.name());
        }

        @Override
        public void failed(Part part, String how) {
            lines.add("failed " + part.name() + ": " + how);
        }
    }
}
