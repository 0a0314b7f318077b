package com.anycompany.shop.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;

/**
 * The kinds of object that the shop consists of, read strictly: the model's types keep unknown fields for later, as a
 * client of tomorrow's cluster must, but here an unknown field is a typing error.
 */
final class KubernetesModel {

    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            ConfigMap.class,
            DaemonSet.class,
            Deployment.class,
            HorizontalPodAutoscaler.class,
            Namespace.class,
            NetworkPolicy.class,
            PersistentVolumeClaim.class,
            PodDisruptionBudget.class,
            Role.class,
            RoleBinding.class,
            Service.class,
            ServiceAccount.class);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new NothingElse())
            .build();

    private KubernetesModel() {}

    static HasMetadata strict(JsonNode object) throws JsonProcessingException {
        String apiVersion = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        Class<? extends HasMetadata> type = KINDS.stream()
                .filter(k -> HasMetadata.getKind(k).equals(kind))
                .filter(k -> HasMetadata.getApiVersion(k).equals(apiVersion))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such kind of object: " + apiVersion + " " + kind));
        return MAPPER.treeToValue(object, type);
    }

    /** Takes away the place where unknown fields would go. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated place) {
            return false;
        }
    }
}
