package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.ResourcePolicies;
import com.anycompany.xray.local.config.ResourcePolicies.Policy;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** PutResourcePolicy, DeleteResourcePolicy and ListResourcePolicies. */
public final class ResourcePolicyOperations {

    private final ResourcePolicies policies;
    private final Clock clock;

    /** @param revision null for any */
    private record PutResourcePolicyRequest(
            String name, String document, @Nullable String revision) {

        static PutResourcePolicyRequest of(Input input) {
            String name = policyName(input);
            String document = input.requiredText("PolicyDocument");
            if (PolicyDocument.parse(document).locksOut() && !input.flag("BypassPolicyLockoutCheck")) {
                throw ApiException.of(
                        400,
                        "LockoutPreventionException",
                        "The policy denies everybody xray:PutResourcePolicy;"
                                + " set BypassPolicyLockoutCheck if that is what you want");
            }
            return new PutResourcePolicyRequest(name, document, input.text("PolicyRevisionId"));
        }
    }

    public ResourcePolicyOperations(ResourcePolicies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    public void addTo(Operations operations) {
        operations
                .addChange("PutResourcePolicy", this::putResourcePolicy)
                .addChange("DeleteResourcePolicy", this::deleteResourcePolicy)
                .add("ListResourcePolicies", this::listResourcePolicies);
    }

    private Output putResourcePolicy(Input input) {
        PutResourcePolicyRequest request = PutResourcePolicyRequest.of(input);
        Policy policy = policies.put(request.name(), request.document(), request.revision(), clock.millis());
        return new Output().put("ResourcePolicy", output(policy));
    }

    private static String policyName(Input input) {
        return input.requiredText("PolicyName");
    }

    private Output deleteResourcePolicy(Input input) {
        policies.delete(policyName(input), input.text("PolicyRevisionId"));
        return new Output();
    }

    private Output listResourcePolicies(Input input) {
        NextToken.refuse(input);
        return new Output()
                .put("ResourcePolicies", policies.all(), ResourcePolicyOperations::output)
                .put("NextToken", null);
    }

    private static Output output(Policy policy) {
        return new Output()
                .put("PolicyName", policy.name())
                .put("PolicyDocument", policy.document())
                .put("PolicyRevisionId", Long.toString(policy.revision()))
                .put("LastUpdatedTime", Output.seconds(policy.updatedMillis()));
    }
}
