package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.PolicyDocument;
import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resource policies: kept and checked as AWS does, so that tools which set them can be tried; nobody is kept out. */
public final class PolicyOperations {

    private static final int MAX_POLICIES = 5;

    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final Clock clock;

    private record Policy(String name, String document, long revision, long millis) {

        Output output() {
            return new Output()
                    .put("PolicyName", name)
                    .put("PolicyDocument", document)
                    .put("PolicyRevisionId", Long.toString(revision))
                    .put("LastUpdatedTime", Output.seconds(millis));
        }
    }

    public PolicyOperations(Clock clock) {
        this.clock = clock;
    }

    public void addTo(Operations operations) {
        operations
                .add("/PutResourcePolicy", this::putResourcePolicy)
                .add("/DeleteResourcePolicy", this::deleteResourcePolicy)
                .add("/ListResourcePolicies", this::listResourcePolicies);
    }

    private synchronized Output putResourcePolicy(Input input) {
        String name = name(input);
        String text = input.requiredText("PolicyDocument");
        PolicyDocument document = PolicyDocument.parse(text);
        if (document.locksOut() && !input.flag("BypassPolicyLockoutCheck")) {
            throw ApiException.of(
                    400,
                    "LockoutPreventionException",
                    "The policy denies everybody xray:PutResourcePolicy;"
                            + " set BypassPolicyLockoutCheck if that is what you want");
        }
        Policy before = policies.get(name);
        checkRevision(input, before);
        if (before == null && policies.size() >= MAX_POLICIES) {
            throw ApiException.of(
                    400,
                    "PolicyCountLimitExceededException",
                    "There can be at most " + MAX_POLICIES + " resource policies");
        }
        Policy policy = new Policy(name, text, before == null ? 1 : before.revision() + 1, clock.millis());
        policies.put(name, policy);
        return new Output().put("ResourcePolicy", policy.output());
    }

    private static String name(Input input) {
        String name = input.requiredText("PolicyName");
        if (!name.matches("[\\w+=,.@-]{1,128}")) {
            throw ApiException.invalid("PolicyName must be 1 to 128 letters, digits or +=,.@-_");
        }
        return name;
    }

    /** Revision 0 stands for a policy that doesn't exist yet; no revision for whatever there is. */
    private static void checkRevision(Input input, @Nullable Policy policy) {
        String wanted = input.text("PolicyRevisionId");
        String latest = policy == null ? "0" : Long.toString(policy.revision());
        if (wanted != null && !wanted.equals(latest)) {
            throw ApiException.of(
                    400,
                    "InvalidPolicyRevisionIdException",
                    "PolicyRevisionId is " + wanted + ", but the latest revision is " + latest);
        }
    }

    private synchronized Output deleteResourcePolicy(Input input) {
        String name = name(input);
        Policy policy = policies.get(name);
        checkRevision(input, policy);
        if (policy == null) {
            throw ApiException.invalid("There is no resource policy named " + name);
        }
        policies.remove(name);
        return new Output();
    }

    private synchronized Output listResourcePolicies(Input input) {
        TraceOperations.refuseToken(input);
        return new Output()
                .put("ResourcePolicies", policies.values(), Policy::output)
                .put("NextToken", null);
    }
}
