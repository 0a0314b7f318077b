package com.anycompany.xray.local.sampling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules there are; Default is always among them. */
public final class SamplingRules {

    private static final int MAX_CUSTOM = 25;

    private final Map<String, SamplingRule> rules = new HashMap<>();
    private long lastModifiedMillis;

    /** More rules were asked for than X-Ray allows. */
    public static final class TooManyRules extends Exception {
        TooManyRules() {
            super("There can be at most " + MAX_CUSTOM + " sampling rules besides Default");
        }
    }

    /** Begins with Default alone, which locally samples every request: nobody pays for traces here. */
    public SamplingRules(long nowMillis) {
        lastModifiedMillis = nowMillis;
        rules.put(
                SamplingRule.DEFAULT,
                new SamplingRule(
                        SamplingRule.DEFAULT,
                        arn(SamplingRule.DEFAULT),
                        "*",
                        SamplingRule.DEFAULT_PRIORITY,
                        1.0,
                        1,
                        "*",
                        "*",
                        "*",
                        "*",
                        "*",
                        Map.of(),
                        null,
                        nowMillis,
                        nowMillis));
    }

    public static String arn(String name) {
        return "arn:aws:xray:us-east-1:000000000000:sampling-rule/" + name;
    }

    /** In the order in which clients try them. */
    public synchronized List<SamplingRule> all() {
        return rules.values().stream()
                .sorted(Comparator.comparingInt(SamplingRule::priority).thenComparing(SamplingRule::name))
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

    /** A change after their last poll makes clients fetch the rules at once. */
    public synchronized long lastModifiedMillis() {
        return lastModifiedMillis;
    }
}
