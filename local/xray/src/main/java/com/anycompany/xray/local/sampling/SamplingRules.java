package com.anycompany.xray.local.sampling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sampling rules; Default always exists. */
public final class SamplingRules {

    private static final int MAX_CUSTOM = 25;

    private final Map<String, SamplingRule> rules = new HashMap<>();
    private long lastModifiedMillis;

    /** The maximum number of rules is reached. */
    public static final class TooManyRules extends Exception {
        TooManyRules() {
            super("There can be at most " + MAX_CUSTOM + " sampling rules besides Default");
        }
    }

    /** Contains only Default, which samples every request: local traces cost nothing. */
    public SamplingRules(long nowMillis) {
        lastModifiedMillis = nowMillis;
        SamplingRule everything = new SamplingRule(
                SamplingRule.DEFAULT,
                SamplingRule.DEFAULT_PRIORITY,
                SamplingRule.Match.EVERYTHING,
                new SamplingRule.Rate(1.0, 1, null),
                0,
                nowMillis);
        rules.put(everything.name(), everything);
    }

    /** By name, Default last. Clients sort them by priority. */
    public synchronized List<SamplingRule> all() {
        return rules.values().stream()
                .sorted(Comparator.comparing(SamplingRule::isDefault).thenComparing(SamplingRule::name))
                .toList();
    }

    public synchronized Optional<SamplingRule> named(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    public synchronized Optional<SamplingRule> withArn(String arn) {
        return rules.values().stream().filter(rule -> rule.arn().equals(arn)).findAny();
    }

    /** Returns false if the name is taken. */
    public synchronized boolean create(SamplingRule rule) throws TooManyRules {
        if (rules.containsKey(rule.name())) {
            return false;
        }
        if (rules.size() > MAX_CUSTOM) {
            throw new TooManyRules();
        }
        put(rule, rule.modifiedMillis());
        return true;
    }

    public synchronized void replace(SamplingRule rule) {
        put(rule, rule.modifiedMillis());
    }

    public synchronized void delete(String name, long nowMillis) {
        rules.remove(name);
        lastModifiedMillis = nowMillis;
    }

    private void put(SamplingRule rule, long nowMillis) {
        rules.put(rule.name(), rule);
        lastModifiedMillis = nowMillis;
    }

    /** Clients that see a later time than at their last poll fetch the rules at once. */
    public synchronized long lastModifiedMillis() {
        return lastModifiedMillis;
    }
}
