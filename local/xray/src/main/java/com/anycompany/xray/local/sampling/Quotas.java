package com.anycompany.xray.local.sampling;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reservoir quotas: divides a rule's reservoir among the reporting clients in proportion to their demand.
 *
 * <p>A quota is a lease. It counts until it expires, so that the sum of the quotas never exceeds the reservoir. Example: with a
 * reservoir of 10 and two clients of equal demand, each gets 5. If the first client was alone and has got 10, the second gets 0
 * until the first one reports again and is reduced to 5.
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

    /** Returns null at a client's first report: it uses the fixed rate until its second one. */
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
        int leasedToOthers = clients.values().stream()
                .filter(other -> other != client && other.leasedUntil > nowMillis)
                .mapToInt(other -> other.quota)
                .sum();
        int share = (int) Math.ceil((double) reservoir * client.demand / demand);
        client.quota = Math.max(0, Math.min(share, reservoir - leasedToOthers));
        client.leasedUntil = nowMillis + LEASE_MILLIS;
        return new Quota(client.quota, client.leasedUntil);
    }

    public synchronized void forget(String rule) {
        byRule.remove(rule);
    }
}
