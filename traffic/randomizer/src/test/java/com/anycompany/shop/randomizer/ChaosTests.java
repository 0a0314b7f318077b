package com.anycompany.shop.randomizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChaosTests {

    private static final Interval AT_ONCE = Interval.always(Duration.ofMillis(1));

    private final FakeTargets targets = new FakeTargets();
    private final RecordingListener listener = new RecordingListener();
    private final RunLimit end = new RunLimit(Optional.empty());

    @Test
    void sameSeed_killsTheSameServicesInTheSameOrder() {
        List<String> first = victimsOf(42, 20);
        List<String> again = victimsOf(42, 20);
        List<String> other = victimsOf(43, 20);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first).contains("cartservice", "frontend", "orderservice", "paymentservice");
    }

    @Test
    void everyKillAndEveryRecovery_isTold() {
        killUntil(3);

        assertThat(listener.entries.subList(0, 4))
                .containsExactly(
                        "killed " + targets.killed.get(0),
                        "back " + targets.killed.get(0),
                        "killed " + targets.killed.get(1),
                        "back " + targets.killed.get(1));
    }

    @Test
    void severalTogether_areDifferentServices_killedBeforeAnyIsWaitedFor() {
        killUntil(2, new Plan(AT_ONCE, true, Optional.empty(), Duration.ofSeconds(30), false, 2));

        assertThat(targets.killed.subList(0, 2)).doesNotHaveDuplicates();
        assertThat(listener.entries.subList(0, 4))
                .containsExactly(
                        "killed " + targets.killed.get(0),
                        "killed " + targets.killed.get(1),
                        "back " + targets.killed.get(0),
                        "back " + targets.killed.get(1));
    }

    @Test
    void moreTogetherThanThereAre_killsEachOnce() {
        killUntil(4, new Plan(AT_ONCE, true, Optional.empty(), Duration.ofSeconds(30), false, 9));

        assertThat(targets.killed.subList(0, 4)).containsExactlyInAnyOrderElementsOf(targets.services);
    }

    @Test
    void serviceThatDoesNotComeBack_isToldAndCounted_andTheOthersAreStillKilled() {
        targets.comeBack = false;

        Tally tally = killUntil(2, plan(false, Duration.ofMillis(5)));

        assertThat(listener.entries).contains("not back " + targets.killed.get(0));
        assertThat(tally.lost()).isPositive();
        assertThat(tally.isGood()).isFalse();
    }

    @Test
    void obstacleWhileListing_isToldAndTheNextRoundTriesAgain() {
        targets.listing = Optional.of(new TargetAccessException("may not list pods"));
        CompletableFuture<Tally> run = start(plan(false, Duration.ofSeconds(30)), 1);
        await().until(() -> listener.entries.size() > 1);
        targets.listing = Optional.empty();
        await().until(() -> listener.entries.stream().anyMatch(entry -> entry.startsWith("back")));
        end.requestStop();

        assertThat(listener.entries).startsWith("failed: may not list pods");
        assertThat(run.join().isGood()).isTrue();
    }

    @Test
    void obstacleWhileWatching_doesNotHideTheRecovery() {
        targets.watching = Optional.of(new TargetAccessException("no answer"));
        killUntil(1);

        assertThat(listener.entries.subList(0, 3))
                .containsExactly(
                        "killed " + targets.killed.get(0), "failed: no answer", "back " + targets.killed.get(0));
    }

    @Test
    void nobodyHealthy_isAnObstacle_andARunOfNothingElseIsNotGood() {
        targets.services = List.of();
        CompletableFuture<Tally> run = start(plan(false, Duration.ofSeconds(30)), 1);
        await().until(() -> !listener.entries.isEmpty());
        end.requestStop();

        assertThat(listener.entries).contains("failed: no target is healthy, so none is killed");
        assertThat(run.join().isGood()).isFalse();
    }

    @Test
    void dryRun_killsNobody() {
        CompletableFuture<Tally> run = start(plan(true, Duration.ofSeconds(30)), 42);
        await().until(() -> listener.entries.size() > 5);
        end.requestStop();
        run.join();

        assertThat(targets.killed).isEmpty();
        assertThat(listener.entries).allMatch(entry -> entry.startsWith("would kill "));
    }

    @Test
    void runWithATime_endsByItself_evenInTheMiddleOfAPause() {
        RunLimit soon = new RunLimit(Optional.of(Duration.ofMillis(50)));
        Plan hourly = new Plan(
                Interval.always(Duration.ofHours(1)), true, Optional.empty(), Duration.ofSeconds(30), false, 1);

        Tally tally = new Chaos(hourly, targets, new RandomChoices(1), listener, soon, Clock.systemUTC()).run();

        assertThat(tally.kills()).isEqualTo(1);
    }

    @Test
    void beingStopped_endsAWaitForARecoveryToo() {
        targets.comeBack = false;
        CompletableFuture<Tally> run = start(plan(false, Duration.ofHours(1)), 1);
        await().until(() -> !targets.killed.isEmpty());
        end.requestStop();

        assertThat(run.join().kills()).isEqualTo(1);
        assertThat(run.join().lost()).isZero();
    }

    @Test
    void onKubernetes_theFirstKillWaitsForItsTurn() {
        Plan patient = new Plan(
                Interval.always(Duration.ofHours(1)), false, Optional.empty(), Duration.ofSeconds(30), false, 1);

        Tally tally = new Chaos(
                        patient,
                        targets,
                        new RandomChoices(1),
                        listener,
                        new RunLimit(Optional.of(Duration.ofMillis(50))),
                        Clock.systemUTC())
                .run();

        assertThat(tally.kills()).isZero();
        assertThat(tally.isGood()).isTrue();
    }

    private List<String> victimsOf(long seed, int kills) {
        targets.killed.clear();
        RunLimit own = new RunLimit(Optional.empty());
        ChaosListener counting = new ChaosListener() {
            @Override
            public void wouldKill(Target target) {}

            @Override
            public void killed(Target target, Instant at) {
                if (targets.killed.size() == kills) {
                    own.requestStop();
                }
            }

            @Override
            public void back(Target target, Duration took) {}

            @Override
            public void notBack(Target target, Duration timeout) {}

            @Override
            public void failed(String what) {}
        };
        new Chaos(
                        plan(false, Duration.ofSeconds(30)),
                        targets,
                        new RandomChoices(seed),
                        counting,
                        own,
                        Clock.systemUTC())
                .run();
        return List.copyOf(targets.killed);
    }

    private Tally killUntil(int recoveries) {
        return killUntil(recoveries, plan(false, Duration.ofSeconds(30)));
    }

    private Tally killUntil(int kills, Plan plan) {
        CompletableFuture<Tally> run = start(plan, 42);
        await().until(() -> listener.entries.stream()
                        .filter(entry -> entry.startsWith("back") || entry.startsWith("not back"))
                        .count()
                >= kills);
        end.requestStop();
        return run.join();
    }

    private CompletableFuture<Tally> start(Plan plan, long seed) {
        return CompletableFuture.supplyAsync(
                () -> new Chaos(plan, targets, new RandomChoices(seed), listener, end, Clock.systemUTC()).run());
    }

    private static Plan plan(boolean dryRun, Duration timeout) {
        return new Plan(AT_ONCE, true, Optional.empty(), timeout, dryRun, 1);
    }
}
