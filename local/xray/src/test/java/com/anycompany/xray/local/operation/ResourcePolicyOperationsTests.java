package com.anycompany.xray.local.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.InvalidPolicyRevisionIdException;
import software.amazon.awssdk.services.xray.model.InvalidRequestException;
import software.amazon.awssdk.services.xray.model.LockoutPreventionException;
import software.amazon.awssdk.services.xray.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.xray.model.PolicyCountLimitExceededException;
import software.amazon.awssdk.services.xray.model.PolicySizeLimitExceededException;
import software.amazon.awssdk.services.xray.model.ResourcePolicy;
import software.amazon.awssdk.services.xray.model.XRayException;

class ResourcePolicyOperationsTests {

    private static final String STATEMENT =
            "{\"Effect\": \"%s\", \"Principal\": %s, \"Action\": \"%s\", \"Resource\": \"*\"}";

    private TestServer server;
    private XRayClient xray;

    @BeforeEach
    void start() {
        server = new TestServer();
        xray = server.client();
    }

    @AfterEach
    void stop() {
        xray.close();
        server.close();
    }

    private static String policy(String effect, String principal, String action) {
        return "{\"Version\": \"2012-10-17\", \"Statement\": [" + STATEMENT.formatted(effect, principal, action) + "]}";
    }

    private static String harmless() {
        return policy("Allow", "{\"Service\": \"sns.amazonaws.com\"}", "xray:PutTraceSegments");
    }

    private ResourcePolicy put(String name, String revision) {
        return xray.putResourcePolicy(
                        r -> r.policyName(name).policyDocument(harmless()).policyRevisionId(revision))
                .resourcePolicy();
    }

    @Test
    void revision_isComparedBeforeItIsRaised() {
        assertThat(put("a", "0").policyRevisionId()).isEqualTo("1");
        assertThatThrownBy(() -> put("a", "0")).isInstanceOf(InvalidPolicyRevisionIdException.class);
        assertThat(put("a", "1").policyRevisionId()).isEqualTo("2");
        assertThat(put("a", null).policyRevisionId()).isEqualTo("3");
        assertThatThrownBy(() -> put("a", "2"))
                .isInstanceOf(InvalidPolicyRevisionIdException.class)
                .hasMessageContaining("Another concurrent request has modified the resource policy a");
        assertThatThrownBy(() -> put("b", "1")).isInstanceOf(InvalidPolicyRevisionIdException.class);
        assertThat(xray.listResourcePolicies(r -> {}).resourcePolicies()).hasSize(1);
    }

    @Test
    void deletion_comparesTheRevisionToo() {
        put("a", null);
        put("a", null);
        assertThatThrownBy(
                        () -> xray.deleteResourcePolicy(r -> r.policyName("a").policyRevisionId("1")))
                .isInstanceOf(InvalidPolicyRevisionIdException.class);
        xray.deleteResourcePolicy(r -> r.policyName("a").policyRevisionId("2"));
        assertThat(xray.listResourcePolicies(r -> {}).resourcePolicies()).isEmpty();
        assertThatThrownBy(() -> xray.deleteResourcePolicy(r -> r.policyName("a")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("The resource policy a does not exist.");
    }

    @Test
    void sixthPolicy_isTooMuch_changingOneIsNot() {
        for (int i = 0; i < 5; i++) {
            put("policy" + i, null);
        }
        assertThatThrownBy(() -> put("policy5", null)).isInstanceOf(PolicyCountLimitExceededException.class);
        assertThat(put("policy4", null).policyRevisionId()).isEqualTo("2");
    }

    @Test
    void policyOverFiveKilobytes_isTooLarge() {
        String padded = " ".repeat(5 * 1024 - harmless().length()) + harmless();
        xray.putResourcePolicy(r -> r.policyName("full").policyDocument(padded));
        assertThatThrownBy(
                        () -> xray.putResourcePolicy(r -> r.policyName("over").policyDocument(padded + " ")))
                .isInstanceOf(PolicySizeLimitExceededException.class)
                .hasMessageContaining("5121 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "[]",
                "{}",
                "{\"Statement\": []}",
                "{\"Statement\": [1]}",
                "{\"Version\": \"2020\", \"Statement\": " + "{\"Effect\": \"Allow\", \"Principal\": \"*\","
                        + " \"Action\": \"*\", \"Resource\": \"*\"}}",
                "{\"Statement\": {\"Effect\": \"Maybe\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Resource\": \"*\"}}",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\"}}",
            })
    void malformedPolicy_isRefused(String document) {
        assertThatThrownBy(() -> xray.putResourcePolicy(r -> r.policyName("a").policyDocument(document)))
                .isInstanceOf(MalformedPolicyDocumentException.class)
                .hasMessageContaining("PolicyDocument is malformed: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "xray:*", "xray:PutResourcePolicy", "XRAY:put*"})
    void policyThatLocksEverybodyOut_needsToBeMeant(String action) {
        String locking = policy("Deny", "{\"AWS\": \"*\"}", action);
        assertThatThrownBy(() -> xray.putResourcePolicy(r -> r.policyName("a").policyDocument(locking)))
                .isInstanceOf(LockoutPreventionException.class)
                .hasMessageContaining("BypassPolicyLockoutCheck");
        xray.putResourcePolicy(r -> r.policyName("a").policyDocument(locking).bypassPolicyLockoutCheck(true));
    }

    @Test
    void denyingOthersOrSomethingElse_locksNobodyOut() {
        String some = policy("Deny", "{\"AWS\": \"111122223333\"}", "*");
        String reading = policy("Deny", "\"*\"", "xray:Get*");
        xray.putResourcePolicy(r -> r.policyName("some").policyDocument(some));
        xray.putResourcePolicy(r -> r.policyName("reading").policyDocument(reading));
        assertThat(xray.listResourcePolicies(r -> {}).resourcePolicies()).hasSize(2);
    }

    @Test
    void name_isChecked() {
        assertThatThrownBy(() -> xray.putResourcePolicy(r -> r.policyName("a b").policyDocument(harmless())))
                .isInstanceOfSatisfying(
                        XRayException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
                .hasMessageContaining("'policyName'");
    }
}
