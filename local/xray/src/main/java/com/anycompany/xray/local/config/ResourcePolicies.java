package com.anycompany.xray.local.config;

import com.anycompany.xray.local.http.ApiException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resource policies. They are validated as in AWS, and have no effect. */
public final class ResourcePolicies {

    private static final int MAX_POLICIES = 5;

    private final Map<String, Policy> policies = new LinkedHashMap<>();

    /** @param updatedMillis when this revision was put */
    public record Policy(String name, String document, long revision, long updatedMillis) {}

    /** @param revision the revision that is to be replaced, 0 for none; null replaces any */
    public synchronized Policy put(String name, String document, @Nullable String revision, long nowMillis) {
        Policy before = policies.get(name);
        checkRevision(name, revision, before);
        if (before == null && policies.size() >= MAX_POLICIES) {
            throw ApiException.of(
                    400,
                    "PolicyCountLimitExceededException",
                    "There can be at most " + MAX_POLICIES + " resource policies");
        }
        Policy policy = new Policy(name, document, before == null ? 1 : before.revision() + 1, nowMillis);
        policies.put(name, policy);
        return policy;
    }

    private static void checkRevision(String name, @Nullable String wanted, @Nullable Policy policy) {
        String latest = policy == null ? "0" : Long.toString(policy.revision());
        if (wanted != null && !wanted.equals(latest)) {
            throw ApiException.of(
                    400,
                    "InvalidPolicyRevisionIdException",
                    "Another concurrent request has modified " + (policy == null ? "or deleted " : "")
                            + "the resource policy " + name);
        }
    }

    public synchronized void delete(String name, @Nullable String revision) {
        Policy policy = policies.get(name);
        checkRevision(name, revision, policy);
        if (policy == null) {
            throw ApiException.invalid("The resource policy " + name + " does not exist.");
        }
        policies.remove(name);
    }

    public synchronized List<Policy> all() {
        return List.copyOf(policies.values());
    }
}
