package com.anycompany.xray.local.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotasTests {

    private final Quotas quotas = new Quotas();

    @Test
    void firstReport_getsNoQuotaYet() {
        assertThat(quotas.lease(report("a", 5), 10, 0)).isNull();
        assertThat(quotas.lease(report("a", 5), 10, 10)).isEqualTo(new Quotas.Quota(10, 10 + Quotas.LEASE_MILLIS));
    }

    @Test
    void quotasFollowDemand_onceEarlierLeasesAreCut() {
        quotas.lease(report("a", 30), 10, 0);
        quotas.lease(report("a", 30), 10, 1);
        quotas.lease(report("b", 10), 10, 2);
        assertThat(quotas.lease(report("b", 10), 10, 3).perSecond()).isZero();
        assertThat(quotas.lease(report("a", 30), 10, 4).perSecond()).isEqualTo(8);
        assertThat(quotas.lease(report("b", 10), 10, 5).perSecond()).isEqualTo(2);
    }

    @Test
    void silentClient_losesItsShare() {
        quotas.lease(report("a", 1), 4, 0);
        quotas.lease(report("a", 1), 4, 0);
        quotas.lease(report("b", 1), 4, Quotas.LEASE_MILLIS + 1);
        assertThat(quotas.lease(report("b", 1), 4, Quotas.LEASE_MILLIS + 2).perSecond())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sumOfLiveQuotas_neverExceedsTheReservoir(long seed) {
        Random random = new Random(seed);
        int reservoir = 1 + random.nextInt(20);
        Map<String, Quotas.Quota> live = new HashMap<>();
        for (long now = 0; now < 2_000_000; now += random.nextInt(5_000)) {
            String client = "client" + random.nextInt(30);
            Quotas.Quota quota = quotas.lease(report(client, random.nextInt(100)), reservoir, now);
            if (quota != null) {
                live.put(client, quota);
            }
            long time = now;
            assertThat(live.values().stream()
                            .filter(each -> each.untilMillis() > time)
                            .mapToInt(Quotas.Quota::perSecond)
                            .sum())
                    .isLessThanOrEqualTo(reservoir);
        }
    }

    @Test
    void clientsThatAskAtOnce_neverHoldMoreThanTheReservoirTogether() throws Exception {
        int reservoir = 7;
        int clients = 32;
        Map<String, Integer> held = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                String client = "client" + i;
                Random random = new Random(i);
                asking.add(threads.submit(() -> {
                    start.await();
                    for (int round = 0; round < 300; round++) {
                        Quotas.Quota quota = quotas.lease(report(client, random.nextInt(100)), reservoir, 1000);
                        held.put(client, quota == null ? 0 : quota.perSecond());
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> each : asking) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(held).hasSize(clients);
        assertThat(held.values().stream().mapToInt(Integer::intValue).sum()).isBetween(1, reservoir);
    }

    private static SamplingReport report(String client, long requests) {
        return new SamplingReport("checkout", client, requests, 0, 0, 0);
    }
}
