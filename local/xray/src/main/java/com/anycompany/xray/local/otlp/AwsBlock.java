package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.DocumentField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The {@code aws} block of a segment: where it ran, where it logs and what recorded it. */
final class AwsBlock {

    private static final Map<String, String> ORIGINS = Map.of(
            "aws_ec2", "AWS::EC2::Instance",
            "aws_eks", "AWS::EKS::Container",
            "aws_ecs", "AWS::ECS::Container",
            "aws_lambda", "AWS::Lambda::Function",
            "aws_app_runner", "AWS::AppRunner::Service",
            "aws_elastic_beanstalk", "AWS::ElasticBeanstalk::Environment");

    private static final Pattern AMPERSAND = Pattern.compile("&");

    private AwsBlock() {}

    static @Nullable String origin(Attributes resource) {
        String platform = resource.peek("cloud.platform");
        String launch = resource.peek("aws.ecs.launchtype");
        if ("aws_ecs".equals(platform) && launch != null) {
            return launch.equalsIgnoreCase("fargate") ? "AWS::ECS::Fargate" : "AWS::ECS::EC2";
        }
        return platform == null ? null : ORIGINS.get(platform);
    }

    static Block ofResource(Attributes resource) {
        String language = resource.text("telemetry.sdk.language");
        boolean agent =
                resource.peek("telemetry.auto.version", "telemetry.distro.name", "telemetry.distro.version") != null;
        Block xray = new Block()
                .put("sdk", language == null ? null : "opentelemetry for " + language)
                .put("sdk_version", resource.text("telemetry.sdk.version"))
                .flag("auto_instrumentation", agent);
        Block ec2 = new Block()
                .put(DocumentField.INSTANCE_ID, ec2(resource) ? resource.text("host.id") : null)
                .put(DocumentField.AVAILABILITY_ZONE, resource.text("cloud.availability_zone"))
                .put("instance_size", ec2(resource) ? resource.text("host.type") : null)
                .put("ami_id", resource.text("host.image.id"));
        Block eks = new Block()
                .put("cluster_name", resource.text("k8s.cluster.name"))
                .put("pod", resource.text("k8s.pod.name"))
                .put("container_id", resource.has("k8s.pod.name") ? resource.text("container.id") : null);
        Block ecs = new Block()
                .put("cluster_arn", resource.text("aws.ecs.cluster.arn"))
                .put("task_arn", resource.text("aws.ecs.task.arn"))
                .put("task_family", resource.text("aws.ecs.task.family"))
                .put("container_arn", resource.text("aws.ecs.container.arn"))
                .put("launch_type", resource.text("aws.ecs.launchtype"));
        Block beanstalk = new Block();
        if ("aws_elastic_beanstalk".equals(resource.peek("cloud.platform"))) {
            beanstalk
                    .put("environment_name", resource.text("service.namespace"))
                    .put("version_label", resource.peek("service.version"))
                    .putNumber("deployment_id", resource.number("service.instance.id"));
        }
        return new Block()
                .put(DocumentField.ACCOUNT_ID, resource.text("cloud.account.id"))
                .put(DocumentField.EC2, ec2)
                .put("eks", eks)
                .put("ecs", ecs)
                .put("elastic_beanstalk", beanstalk)
                .put("cloudwatch_logs", logs(resource))
                .put("xray", xray);
    }

    /** Names come from ARNs if there are any: a group's name is their seventh part. */
    private static List<Map<String, Object>> logs(Attributes resource) {
        List<Map<String, Object>> logs = new ArrayList<>();
        List<String> arns = several(resource.texts("aws.log.group.arns"));
        for (String arn : arns) {
            String[] parts = arn.split(":", -1);
            logs.add(new Block()
                    .put("log_group", parts.length > 6 ? parts[6] : arn)
                    .put("arn", arn)
                    .members());
        }
        for (String name : several(resource.texts("aws.log.group.names"))) {
            if (arns.isEmpty()) {
                logs.add(new Block().put("log_group", name).members());
            }
        }
        return logs;
    }

    /** {@code OTEL_RESOURCE_ATTRIBUTES} has no lists: several names are one text, with {@code &} between them. */
    private static List<String> several(List<String> values) {
        if (values.isEmpty()) {
            return values;
        }
        return values.stream()
                .flatMap(value -> Stream.of(AMPERSAND.split(value)))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static boolean ec2(Attributes resource) {
        return "aws".equals(resource.peek("cloud.provider"));
    }
}
