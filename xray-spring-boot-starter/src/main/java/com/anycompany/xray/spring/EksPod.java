package com.anycompany.xray.spring;

import com.amazonaws.xray.plugins.EKSPlugin;
import com.amazonaws.xray.plugins.Plugin;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plugin for a pod on EKS that is told by environment variables where it runs: the downward API sets them, and no token of the
 * cluster is needed, which the X-Ray SDK's own plugin must have.
 *
 * <pre>
 * K8S_POD_NAME=cart-7d4-x2, K8S_CLUSTER_NAME=shop  →  "origin": "AWS::EKS::Container",
 *                                                     "aws": {"eks": {"pod": "cart-7d4-x2", "cluster_name": "shop"}}
 * </pre>
 */
final class EksPod implements Plugin {

    static final String POD = "K8S_POD_NAME";
    static final String NAMESPACE = "K8S_NAMESPACE";
    static final String NODE = "K8S_NODE_NAME";
    static final String CLUSTER = "K8S_CLUSTER_NAME";

    private final Map<String, Object> description = new LinkedHashMap<>();

    /** @param clusterName the property's value, which has precedence over the variable's */
    EksPod(Map<String, String> environment, @Nullable String clusterName) {
        put("pod", environment.get(POD));
        put("cluster_name", clusterName != null ? clusterName : environment.get(CLUSTER));
        put("namespace", environment.get(NAMESPACE));
        put("node", environment.get(NODE));
    }

    private void put(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            description.put(field, value);
        }
    }

    @Override
    public String getOrigin() {
        return EKSPlugin.ORIGIN;
    }

    @Override
    public String getServiceName() {
        return "eks";
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public Map<String, Object> getRuntimeContext() {
        return Map.copyOf(description);
    }

    /** The recorder keeps plugins in a set. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EksPod;
    }

    @Override
    public int hashCode() {
        return EksPod.class.hashCode();
    }
}
