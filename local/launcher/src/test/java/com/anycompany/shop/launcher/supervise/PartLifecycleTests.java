package com.anycompany.shop.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.launcher.plan.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartLifecycleTests {

    private static final Part PART =
            new Part("cart", "cart", "cart", Part.Stage.SERVICES, 1, "/", 64, Map.of(), List.of());

    private final TestClock clock = new TestClock();
    private final List<FakeChild> children = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private boolean answers;
    private final PartLifecycle lifecycle =
            new PartLifecycle(PART, Duration.ofSeconds(60), this::launch, () -> answers, new Hearing(heard), clock);

    @BeforeEach
    void start() {
        lifecycle.start();
    }

    @Test
    void becomesReady_whenItsProbeAnswers() {
        step(Duration.ofSeconds(1));
        assertThat(lifecycle.state()).isEqualTo(PartState.STARTING);

        answers = true;
        step(Duration.ofMillis(500));

        assertThat(lifecycle.state()).isEqualTo(PartState.READY);
        assertThat(heard).containsExactly("ready after 1.5");
    }

    @Test
    void killedPart_isStartedAgainAtOnce_andTheRecoveryIsTimedFromTheDeath() {
        ready();
        answers = false;
        current().dies(137);
        step(Duration.ofMillis(100));
        step(Duration.ZERO);
        assertThat(children).hasSize(2);

        answers = true;
        step(Duration.ofSeconds(2));

        assertThat(heard).endsWith("died: ended with exit code 137, wait 0", "recovered after 2.0");
    }

    @Test
    void partEndedBySigterm_isStartedAgainOnlyIfTheShopIsNotBeingStopped() {
        ready();
        current().dies(143);
        step(Duration.ZERO);
        step(Duration.ofMillis(400));
        assertThat(heard).noneMatch(line -> line.startsWith("died"));

        step(Duration.ofMillis(200));
        assertThat(heard).endsWith("died: ended with exit code 143, wait 0");
    }

    @Test
    void retiredPart_isNotStartedAgain_andItsEndIsNotReported() {
        ready();
        lifecycle.retire();
        current().dies(137);
        step(Duration.ofSeconds(5));

        assertThat(children).hasSize(1);
        assertThat(heard).containsExactly("ready after 0.0");
    }

    @Test
    void partThatKeepsDying_waitsLongerEachTime() {
        ready();
        answers = false;
        for (int death = 0; death < 4; death++) {
            current().dies(1);
            step(Duration.ZERO);
            step(Duration.ofSeconds(30));
        }

        assertThat(heard.subList(1, 5))
                .extracting(line -> line.substring(line.indexOf("wait")))
                .containsExactly("wait 0", "wait 1", "wait 2", "wait 4");
    }

    @Test
    void partThatIsKilledWheneverItHasServed_neverWaits() {
        for (int death = 0; death < 3; death++) {
            ready();
            step(Duration.ofSeconds(5));
            current().dies(137);
            step(Duration.ZERO);
            step(Duration.ZERO);
        }

        assertThat(heard)
                .filteredOn(line -> line.startsWith("died"))
                .hasSize(3)
                .allMatch(line -> line.endsWith("wait 0"));
    }

    @Test
    void partThatIsKilledAsSoonAsItIsReady_neverWaits_ifItsStartTookFiveSeconds() {
        for (int death = 0; death < 3; death++) {
            answers = false;
            step(Duration.ofSeconds(5));
            ready();
            current().dies(137);
            step(Duration.ZERO);
            step(Duration.ZERO);
        }

        assertThat(heard)
                .filteredOn(line -> line.startsWith("died"))
                .hasSize(3)
                .allMatch(line -> line.endsWith("wait 0"));
    }

    @Test
    void isNotStartedAgain_beforeItsWaitIsOver() {
        ready();
        answers = false;
        current().dies(1);
        step(Duration.ZERO);
        step(Duration.ZERO);
        current().dies(1);
        step(Duration.ZERO);

        step(Duration.ofMillis(999));
        assertThat(children).hasSize(2);

        step(Duration.ofMillis(1));
        assertThat(children).hasSize(3);
    }

    @Test
    void threeDeathsOfTheFoundationBeforeItWasEverReady_areAFailure() {
        PartLifecycle database = lifecycle(Part.Stage.FOUNDATION);
        database.start();
        for (int death = 0; death < 3; death++) {
            current().dies(3);
            step(database, Duration.ZERO);
            step(database, Duration.ofSeconds(1));
        }

        assertThat(database.state()).isEqualTo(PartState.FAILED);
        assertThat(heard).last().isEqualTo("failed: ended with exit code 3 while starting, 3 times");
    }

    @Test
    void serviceThatDiesAgainAndAgainBeforeItWasEverReady_isOverdue_andTriedAgain() {
        for (int death = 0; death < 3; death++) {
            assertThat(lifecycle.isOverdue()).isFalse();
            current().dies(3);
            step(Duration.ZERO);
            step(Duration.ofSeconds(2));
        }

        assertThat(lifecycle.isOverdue()).isTrue();
        assertThat(lifecycle.state()).isEqualTo(PartState.STARTING);
        assertThat(heard).last().asString().contains("3 times (./shop logs cart)", "wait 2");
        ready();
        assertThat(lifecycle.isOverdue()).isFalse();
    }

    @Test
    void notReadyAfterAMinute_isStoppedAndTriedAgain_withTwiceTheTime() {
        step(Duration.ofSeconds(60));
        assertThat(lifecycle.state()).isEqualTo(PartState.STARTING);

        step(Duration.ofMillis(1));
        assertThat(lifecycle.state()).isEqualTo(PartState.BACKING_OFF);
        assertThat(lifecycle.isOverdue()).isTrue();
        assertThat(current().isAlive()).isFalse();
        assertThat(heard).containsExactly("died: isn't ready after 60 s (./shop logs cart), wait 0");

        step(Duration.ZERO);
        step(Duration.ofSeconds(120));
        assertThat(lifecycle.state()).isEqualTo(PartState.STARTING);
        answers = true;
        step(Duration.ZERO);
        assertThat(lifecycle.state()).isEqualTo(PartState.READY);
        assertThat(lifecycle.isOverdue()).isFalse();
    }

    @Test
    void whileWhatItNeedsIsAway_itsTimeStandsStill() {
        answers = true;
        PartLifecycle database = lifecycle(Part.Stage.FOUNDATION);
        database.start();
        FakeChild databaseProcess = current();
        step(database, Duration.ZERO);
        answers = false;
        PartLifecycle waiting = lifecycle(Part.Stage.SERVICES);
        waiting.needs(List.of(database));
        waiting.start();
        step(waiting, Duration.ofSeconds(50));

        databaseProcess.dies(137);
        step(database, Duration.ZERO);
        step(waiting, Duration.ofMinutes(10));
        assertThat(waiting.state()).isEqualTo(PartState.STARTING);

        answers = true;
        step(database, Duration.ZERO);
        step(database, Duration.ZERO);
        answers = false;
        step(waiting, Duration.ofSeconds(10));
        assertThat(waiting.state()).isEqualTo(PartState.STARTING);
        step(waiting, Duration.ofMillis(1));
        assertThat(waiting.state()).isEqualTo(PartState.BACKING_OFF);
    }

    @Test
    void notReadyAMinuteAfterARestart_isTriedAgain_sinceItRanBefore() {
        ready();
        answers = false;
        current().dies(137);
        step(Duration.ZERO);
        step(Duration.ZERO);
        step(Duration.ofSeconds(61));

        assertThat(lifecycle.state()).isEqualTo(PartState.BACKING_OFF);
        assertThat(heard).last().asString().startsWith("died: isn't ready after 60 s");
    }

    @Test
    void stoppedPart_staysStopped() {
        ready();
        lifecycle.stop(Duration.ofSeconds(8));
        step(Duration.ofSeconds(100));

        assertThat(lifecycle.state()).isEqualTo(PartState.STOPPED);
        assertThat(children).hasSize(1);
        assertThat(current().isAlive()).isFalse();
    }

    @Test
    void partThatIsStoppedBeforeItsTurn_isNeverStarted() {
        PartLifecycle late = lifecycle(Part.Stage.SERVICES);
        late.stop(Duration.ZERO);

        late.start();

        assertThat(children).hasSize(1);
    }

    private void ready() {
        answers = true;
        step(Duration.ZERO);
    }

    private void step(Duration time) {
        step(lifecycle, time);
    }

    private void step(PartLifecycle stepping, Duration time) {
        clock.pass(time);
        stepping.tick();
    }

    private PartLifecycle lifecycle(Part.Stage stage) {
        Part part = new Part("other", "other", "other", stage, 1, "/", 64, Map.of(), List.of());
        return new PartLifecycle(part, Duration.ofSeconds(60), this::launch, () -> answers, new Hearing(heard), clock);
    }

    private FakeChild current() {
        return children.get(children.size() - 1);
    }

    private Child launch() {
        children.add(new FakeChild());
        return current();
    }

    private static final class FakeChild implements Child {

        private boolean alive = true;
        private int exitCode;

        void dies(int code) {
            alive = false;
            exitCode = code;
        }

        @Override
        public boolean wasTerminated() {
            return exitCode == 143;
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public String ending() {
            return "ended with exit code " + exitCode;
        }

        @Override
        public boolean stop(Duration grace) {
            dies(143);
            return true;
        }
    }

    private record Hearing(List<String> lines) implements PartListener {

        @Override
        public void ready(Part part, Duration took) {
            lines.add("ready after " + took.toMillis() / 1000.0);
        }

        @Override
        public void died(Part part, String how, Duration wait) {
            lines.add("died: " + how + ", wait " + wait.toSeconds());
        }

        @Override
        public void recovered(Part part, Duration took) {
            lines.add("recovered after " + took.toMillis() / 1000.0);
        }

        @Override
        public void failed(Part part, String how) {
            lines.add("failed: " + how);
        }
    }
}
