package com.anycompany.xray.local.sampling;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shares a rule's reservoir among the clients that report, weighted by their demand.
 *
 * <p>A quota is a lease: it counts against the reservoir until it runs out, so that the sum of what is lent never
 * exceeds the reservoir. With a reservoir of 10 and two clients of equal demand, the first to ask gets 5; had it been
 * alone and got 10, the second waits with 0 until the first one reports again and is cut to 5.
 */
public final class Quotas {

    static final long LEASE_MILLIS = 300_000;

    private final Map<String, Map<String, Client>> byRule = new HashMap<>();

    private static final class Client {
        private long demand;
        private long seenMillis;
        private int quota;
        private long leasedUntil;
    }

    /** @param untilMillis when the lease ends */
    public record Quota(int perSecond, long untilMillis) {}

    /** Returns null to a client that reports for the first time: it goes by the fixed rate until the next report. */
    public synchronized @Nullable Quota lease(SamplingReport report, int reservoir, long nowMillis) {
        Map<String, Client> clients = byRule.computeIfAbsent(report.rule(), rule -> new HashMap<>());
        clients.values().removeIf(client -> client.seenMillis < nowMillis - LEASE_MILLIS);
        boolean first = !clients.containsKey(report.clientId());
        Client client = clients.computeIfAbsent(report.clientId(), id -> new Client());
        client.demand = Math.max(1, report.requests());
        client.seenMillis = nowMillis;
        if (first) {
            return null;
        }
        long demand = clients.values().stream().mapToLong(each -> each.demand).sum();
        int lentToOthers = clients.values().stream()
                .filter(other -> other != client && other.leasedUntil > nowMillis)
                .mapToInt(other -> other.quota)
                .sum();
        int share = (int) Math.ceil((double) reservoir * client.demand / demand);
        client.quota = Math.max(0, Math.min(share, reservoir - lentToOthers));
        client.leasedUntil = nowMillis + LEASE_MILLIS;
        return new Quota(client.quota, client.leasedUntil);
    }

    public synchronized void forget(String rule) {
        byRule.remove(rule);
    }
}
