package com.anycompany.shop.randomizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChaosTests {

    private static final Interval AT_ONCE = Interval.always(Duration.ofMillis(1));

    private final FakeVictims victims = new FakeVictims();
    private final Diary diary = new Diary();
    private final End end = new End(Optional.empty());

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

        assertThat(diary.entries.subList(0, 4))
                .containsExactly(
                        "killed " + victims.killed.get(0),
                        "back " + victims.killed.get(0),
                        "killed " + victims.killed.get(1),
                        "back " + victims.killed.get(1));
    }

    @Test
    void serviceThatDoesNotComeBack_isToldAndCounted_andTheOthersAreStillKilled() {
        victims.comeBack = false;

        Tally tally = killUntil(2, plan(false, Duration.ofMillis(5)));

        assertThat(diary.entries).contains("not back " + victims.killed.get(0));
        assertThat(tally.lost()).isPositive();
        assertThat(tally.isGood()).isFalse();
    }

    @Test
    void obstacleWhileListing_isToldAndTheNextRoundTriesAgain() {
        victims.listing = Optional.of(new Obstacle("may not list pods"));
        CompletableFuture<Tally> run = start(plan(false, Duration.ofSeconds(30)), 1);
        await().until(() -> diary.entries.size() > 1);
        victims.listing = Optional.empty();
        await().until(() -> diary.entries.stream().anyMatch(entry -> entry.startsWith("back")));
        end.callNow();

        assertThat(diary.entries).startsWith("hindered: may not list pods");
        assertThat(run.join().isGood()).isTrue();
    }

    @Test
    void obstacleWhileWatching_doesNotHideTheRecovery() {
        victims.watching = Optional.of(new Obstacle("no answer"));
        killUntil(1);

        assertThat(diary.entries.subList(0, 3))
                .containsExactly(
                        "killed " + victims.killed.get(0), "hindered: no answer", "back " + victims.killed.get(0));
    }

    @Test
    void nobodyHealthy_isAnObstacle_andARunOfNothingElseIsNotGood() {
        victims.services = List.of();
        CompletableFuture<Tally> run = start(plan(false, Duration.ofSeconds(30)), 1);
        await().until(() -> !diary.entries.isEmpty());
        end.callNow();

        assertThat(diary.entries).contains("hindered: nobody is healthy, so nobody is killed");
        assertThat(run.join().isGood()).isFalse();
    }

    @Test
    void dryRun_killsNobody() {
        CompletableFuture<Tally> run = start(plan(true, Duration.ofSeconds(30)), 42);
        await().until(() -> diary.entries.size() > 5);
        end.callNow();
        run.join();

        assertThat(victims.killed).isEmpty();
        assertThat(diary.entries).allMatch(entry -> entry.startsWith("would kill "));
    }

    @Test
    void runWithATime_endsByItself_evenInTheMiddleOfAPause() {
        End soon = new End(Optional.of(Duration.ofMillis(50)));
        Plan hourly =
                new Plan(Interval.always(Duration.ofHours(1)), true, Optional.empty(), Duration.ofSeconds(30), false);

        Tally tally = new Chaos(hourly, victims, new Dice(1), diary, soon).run();

        assertThat(tally.kills()).isEqualTo(1);
    }

    @Test
    void beingStopped_endsAWaitForARecoveryToo() {
        victims.comeBack = false;
        CompletableFuture<Tally> run = start(plan(false, Duration.ofHours(1)), 1);
        await().until(() -> !victims.killed.isEmpty());
        end.callNow();

        assertThat(run.join().kills()).isEqualTo(1);
        assertThat(run.join().lost()).isZero();
    }

    @Test
    void onKubernetes_theFirstKillWaitsForItsTurn() {
        Plan patient =
                new Plan(Interval.always(Duration.ofHours(1)), false, Optional.empty(), Duration.ofSeconds(30), false);

        Tally tally =
                new Chaos(patient, victims, new Dice(1), diary, new End(Optional.of(Duration.ofMillis(50)))).run();

        assertThat(tally.kills()).isZero();
        assertThat(tally.isGood()).isTrue();
    }

    private List<String> victimsOf(long seed, int kills) {
        victims.killed.clear();
        End own = new End(Optional.empty());
        Witness counting = new Witness() {
            @Override
            public void wouldKill(Victim victim) {}

            @Override
            public void killed(Victim victim) {
                if (victims.killed.size() == kills) {
                    own.callNow();
                }
            }

            @Override
            public void back(Victim victim, Duration took) {}

            @Override
            public void notBack(Victim victim, Duration patience) {}

            @Override
            public void hindered(String what) {}
        };
        new Chaos(plan(false, Duration.ofSeconds(30)), victims, new Dice(seed), counting, own).run();
        return List.copyOf(victims.killed);
    }

    private Tally killUntil(int recoveries) {
        return killUntil(recoveries, plan(false, Duration.ofSeconds(30)));
    }

    private Tally killUntil(int kills, Plan plan) {
        CompletableFuture<Tally> run = start(plan, 42);
        await().until(() -> diary.entries.stream()
                        .filter(entry -> entry.startsWith("back") || entry.startsWith("not back"))
                        .count()
                >= kills);
        end.callNow();
        return run.join();
    }

    private CompletableFuture<Tally> start(Plan plan, long seed) {
        return CompletableFuture.supplyAsync(() -> new Chaos(plan, victims, new Dice(seed), diary, end).run());
    }

    private static Plan plan(boolean dryRun, Duration patience) {
        return new Plan(AT_ONCE, true, Optional.empty(), patience, dryRun);
    }
}
