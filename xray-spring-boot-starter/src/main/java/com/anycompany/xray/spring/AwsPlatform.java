package com.anycompany.xray.spring;

import com.amazonaws.xray.plugins.EC2Plugin;
import com.amazonaws.xray.plugins.ECSPlugin;
import com.amazonaws.xray.plugins.EKSPlugin;
import com.amazonaws.xray.plugins.ElasticBeanstalkPlugin;
import com.amazonaws.xray.plugins.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detects the AWS platform (EC2, ECS, EKS, Elastic Beanstalk) by files and environment variables. The SDK's plugins send
 * requests to metadata services instead, which outside of AWS wait for a timeout.
 */
final class AwsPlatform {

    private static final String TOKEN = "var/run/secrets/kubernetes.io/serviceaccount/token";

    private final Map<String, String> environment;
    private final Path root;

    AwsPlatform(Map<String, String> environment, Path root) {
        this.environment = environment;
        this.root = root;
    }

    Set<XRayProperties.Plugin> plugins() {
        if (environment.containsKey("ECS_CONTAINER_METADATA_URI_V4")
                || environment.containsKey("ECS_CONTAINER_METADATA_URI")) {
            return Set.of(XRayProperties.Plugin.ECS);
        }
        if (isOnKubernetes()) {
            boolean onEks = isOnEc2() || hasPodCredentials() || environment.containsKey(EksPod.CLUSTER);
            return onEks ? Set.of(XRayProperties.Plugin.EKS) : Set.of();
        }
        if (exists("var/elasticbeanstalk/xray/environment.conf")) {
            return Set.of(XRayProperties.Plugin.ELASTIC_BEANSTALK, XRayProperties.Plugin.EC2);
        }
        return isOnEc2() ? Set.of(XRayProperties.Plugin.EC2) : Set.of();
    }

    /** @param clusterName name of the EKS cluster, if the properties say it */
    Plugin load(XRayProperties.Plugin plugin, @Nullable String clusterName) {
        return switch (plugin) {
            case EC2 -> new EC2Plugin();
            case ECS -> new ECSPlugin();
            case EKS -> eks(clusterName);
            case ELASTIC_BEANSTALK -> new ElasticBeanstalkPlugin();
        };
    }

    /** By what the pod is told; by the SDK's plugin, which asks the cluster, where the pod has a token and is told nothing. */
    private Plugin eks(@Nullable String clusterName) {
        if (environment.containsKey(EksPod.POD) || !exists(TOKEN)) {
            return new EksPod(environment, clusterName);
        }
        return clusterName == null ? new EKSPlugin() : new EKSPlugin(clusterName);
    }

    /** The variable is set in every container of a pod; a token need not be mounted. */
    private boolean isOnKubernetes() {
        return environment.containsKey("KUBERNETES_SERVICE_HOST") || exists(TOKEN);
    }

    private boolean isOnEc2() {
        return content("sys/class/dmi/id/sys_vendor").contains("Amazon EC2")
                || content("sys/hypervisor/uuid").startsWith("ec2");
    }

    private boolean hasPodCredentials() {
        return environment.containsKey("AWS_WEB_IDENTITY_TOKEN_FILE")
                || environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }

    private boolean exists(String file) {
        return Files.exists(root.resolve(file));
    }

    private String content(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }
}
