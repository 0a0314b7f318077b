package com.anycompany.shop.randomizer;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.fabric8.kubernetes.client.utils.KubernetesResourceUtil;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pods of one namespace. Needs no more rights than {@code list} and {@code delete} on pods there. A pod that nothing would
 * replace (no controller owns it) is spared, and so is the randomizer's own.
 */
record Pods(KubernetesClient client, PodSettings settings) implements Targets {

    private static final List<String> NAME_LABELS = List.of("app.kubernetes.io/name", "app");

    @Override
    public List<Target> healthy() throws TargetAccessException {
        List<Pod> ready = ready();
        return ready.stream()
                .filter(this::mayDie)
                .<Target>map(pod -> new PodTarget(this, service(pod), pod, replicas(ready, service(pod))))
                .toList();
    }

    @Override
    public Duration pollInterval() {
        return Duration.ofMillis(500);
    }

    void delete(Pod pod) throws TargetAccessException {
        String name = pod.getMetadata().getName();
        var resource = client.pods().inNamespace(settings.namespace()).withName(name);
        try {
            boolean existed = settings
                    .grace()
                    .map(grace -> resource.withGracePeriod(grace.toSeconds()).delete())
                    .orElseGet(resource::delete)
                    .stream()
                    .findAny()
                    .isPresent();
            if (!existed) {
                throw new TargetAccessException("pod " + name + " was gone already");
            }
        } catch (KubernetesClientException e) {
            throw accessFailure("delete", e);
        }
    }

    /** How many replicas of a service are ready, not counting the one that was killed. */
    long replicasWithout(Pod killed, String service) throws TargetAccessException {
        String uid = killed.getMetadata().getUid();
        return replicas(
                ready().stream()
                        .filter(pod -> !pod.getMetadata().getUid().equals(uid))
                        .toList(),
                service);
    }

    private List<Pod> ready() throws TargetAccessException {
        try {
            return client
                    .pods()
                    .inNamespace(settings.namespace())
                    .withLabelSelector(settings.selector())
                    .list()
                    .getItems()
                    .stream()
                    .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                    .filter(Readiness::isPodReady)
                    .toList();
        } catch (KubernetesClientException e) {
            throw accessFailure("list", e);
        }
    }

    private boolean mayDie(Pod pod) {
        Set<String> only = settings.only();
        return KubernetesResourceUtil.getControllerUid(pod) != null
                && !pod.getMetadata().getName().equals(settings.ownName())
                && (only.isEmpty() || only.contains(service(pod)));
    }

    private static long replicas(List<Pod> pods, String service) {
        return pods.stream().filter(pod -> service(pod).equals(service)).count();
    }

    private static String service(Pod pod) {
        Map<String, String> labels = pod.getMetadata().getLabels();
        return NAME_LABELS.stream()
                .flatMap(label -> Optional.ofNullable(labels.get(label)).stream())
                .findFirst()
                .orElse(pod.getMetadata().getName());
    }

    private TargetAccessException accessFailure(String verb, KubernetesClientException e) {
        String where = " pods in namespace " + settings.namespace();
        return switch (e.getCode()) {
            case 401, 403 ->
                new TargetAccessException("may not " + verb + where + " (" + e.getCode()
                        + "); its service account needs a role with list and delete on pods");
            case 0, -1 ->
                new TargetAccessException("can't " + verb + where + ": the Kubernetes API at " + client.getMasterUrl()
                        + " doesn't answer");
            default -> new TargetAccessException("can't " + verb + where + ": the Kubernetes API says " + e.getCode());
        };
    }

    /** One pod; its replacement is as many ready pods of the same service as there were, without this one. */
    private record PodTarget(Pods pods, String service, Pod pod, long replicas) implements Target {

        @Override
        public String identity() {
            return "pod " + pod.getMetadata().getName();
        }

        @Override
        public void kill() throws TargetAccessException {
            pods.delete(pod);
        }

        @Override
        public boolean isReplaced() throws TargetAccessException {
            return pods.replicasWithout(pod, service) >= replicas;
        }
    }
}
