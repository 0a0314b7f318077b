package com.anycompany.xray.spring;

import com.amazonaws.xray.strategy.sampling.GetSamplingRulesResponse.SamplingRule;
import com.amazonaws.xray.strategy.sampling.GetSamplingTargetsRequest.SamplingStatisticsDocument;
import com.amazonaws.xray.strategy.sampling.SamplingRequest;
import com.amazonaws.xray.strategy.sampling.SamplingResponse;
import com.amazonaws.xray.strategy.sampling.SamplingStrategy;
import com.amazonaws.xray.strategy.sampling.manifest.CentralizedManifest;
import com.amazonaws.xray.strategy.sampling.rule.CentralizedRule;
import com.amazonaws.xray.strategy.sampling.rule.Rule;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sampling strategy that polls X-Ray's sampling rules, and uses the fallback strategy until it has received them. It uses the
 * X-Ray SDK's implementation of rules and quotas, but not its poller, which
 *
 * <ul>
 *   <li>starts with the first request, so that the fallback samples it; this one starts with the server,
 *   <li>waits 300 s after the daemon didn't answer; this one retries after {@value #RETRY_SECONDS} s,
 *   <li>sees a changed rule after up to 300 s; this one within {@value #TARGETS_SECONDS} s,
 *   <li>keeps the JVM alive and logs a stack trace per failure; this one does neither.
 * </ul>
 *
 * <p>Decision: docs/adr/012-own-sampling-poller.md.
 */
final class CentralSampling implements SamplingStrategy {

    private static final Logger log = LoggerFactory.getLogger(CentralSampling.class);
    private static final long TARGETS_SECONDS = 10;
    private static final long RETRY_SECONDS = 5;
    private static final Duration RULES_PERIOD = Duration.ofSeconds(300);

    private final CentralizedManifest manifest = new CentralizedManifest();
    private final SamplingClient client;
    private final SamplingStrategy fallback;
    private final Clock clock;
    private @Nullable ScheduledExecutorService poller;
    private Instant rulesFetched = Instant.EPOCH;
    private Instant targetsFetched = Instant.EPOCH;
    private boolean reachable = true;

    CentralSampling(SamplingClient client, SamplingStrategy fallback, Clock clock) {
        this.client = client;
        this.fallback = fallback;
        this.clock = clock;
    }

    synchronized void start() {
        if (poller == null) {
            poller = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "xray-sampling");
                thread.setDaemon(true);
                return thread;
            });
            poller.scheduleWithFixedDelay(this::poll, 0, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public SamplingResponse shouldTrace(SamplingRequest request) {
        Instant now = clock.instant();
        if (!manifest.isExpired(now)) {
            Rule rule = manifest.match(request, now);
            if (rule != null) {
                return rule.sample(now);
            }
        }
        return fallback.shouldTrace(request);
    }

    /** One poll: fetches the rules if they are due, otherwise the targets if there are statistics to report. */
    void poll() {
        Instant now = clock.instant();
        try {
            if (!now.isBefore(rulesFetched.plus(RULES_PERIOD))) {
                fetchRules(now);
            } else if (!now.isBefore(targetsFetched.plusSeconds(TARGETS_SECONDS))) {
                fetchTargets(now);
            }
        } catch (IOException | RuntimeException e) {
            if (reachable) {
                log.info(
                        "No sampling rules from the X-Ray daemon at {} ({}); the fallback samples until it answers",
                        client.endpoint(),
                        e.toString());
                reachable = false;
            }
        }
    }

    private void fetchRules(Instant now) throws IOException {
        List<SamplingRule> rules = client.rules().stream()
                .filter(CentralizedRule::isValid)
                // The manifest sorts its rules again only if the last rule of the list is new.
                .sorted(Comparator.comparing(this::isNew))
                .toList();
        manifest.putRules(rules, now);
        if (rulesFetched.equals(Instant.EPOCH) || !reachable) {
            log.info("{} sampling rules from the X-Ray daemon at {}", rules.size(), client.endpoint());
        }
        rulesFetched = now;
        reachable = true;
    }

    private boolean isNew(SamplingRule rule) {
        CentralizedRule known = manifest.getRules().get(rule.getRuleName());
        return known == null && !rule.getRuleName().equals(CentralizedRule.DEFAULT_RULE_NAME);
    }

    private void fetchTargets(Instant now) throws IOException {
        List<SamplingStatisticsDocument> statistics = manifest.snapshots(now);
        if (statistics.isEmpty()) {
            return;
        }
        SamplingClient.Targets answer = client.targets(statistics);
        manifest.putTargets(answer.targets(), now);
        targetsFetched = now;
        reachable = true;
        if (answer.rulesModified().isAfter(rulesFetched)) {
            fetchRules(now);
        }
    }

    @Override
    public synchronized void shutdown() {
        if (poller != null) {
            poller.shutdownNow();
            poller = null;
        }
    }

    @Override
    public boolean isForcedSamplingSupported() {
        return false;
    }
}
