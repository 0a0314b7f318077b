package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files for AWS: valid, and every service may use its own table and nothing else. */
class EksTests {

    private static final String EKSCTL = "github.com/weaveworks/eksctl@v0.225.0";

    private final CloudFormation tables;
    private final JsonNode cluster;

    EksTests() throws IOException {
        tables = CloudFormation.template("eks/tables.yaml");
        cluster = new YAMLMapper().readTree(Files.readString(Repository.deploy("eks/cluster.yaml")));
    }

    @Test
    void eachService_mayUseItsOwnTableOnly() throws IOException {
        Map<String, Set<String>> allowed = new TreeMap<>();
        ServiceGraph.read().services().forEach(service -> allowed.put(service, new TreeSet<>()));
        for (JsonNode identity : tables.resources("AWS::EKS::PodIdentityAssociation")) {
            assertThat(identity.path("Namespace").asText()).isEqualTo("microservices-aws");
            String service = identity.path("ServiceAccount").asText();
            String role = identity.path("RoleArn").asText().replaceAll("!GetAtt (\\w+)\\.Arn", "$1");
            statements(tables.resource(role)).forEach(statement -> {
                assertThat(texts(statement.path("Action")))
                        .isNotEmpty()
                        .allMatch(action -> action.matches("dynamodb:[A-Z]\\w+"))
                        .doesNotContain("dynamodb:CreateTable", "dynamodb:DeleteTable", "dynamodb:UpdateTable");
                texts(statement.path("Resource"))
                        .forEach(resource -> allowed.get(service).add(table(resource)));
            });
        }
        assertThat(allowed).isEqualTo(ServiceGraph.read().tables());
    }

    @Test
    void roles_areForPodsOfThisClusterAndHaveNoOtherPolicy() throws IOException {
        int withTable = ServiceGraph.read().withTable().size();
        assertThat(tables.resources("AWS::IAM::Role")).hasSize(withTable).allSatisfy(role -> {
            assertThat(role.has("ManagedPolicyArns")).isFalse();
            assertThat(role.path("AssumeRolePolicyDocument")
                            .path("Statement")
                            .get(0)
                            .path("Principal")
                            .path("Service")
                            .asText())
                    .isEqualTo("pods.eks.amazonaws.com");
        });
    }

    @Test
    void receiversOfTraces_mayWriteToXRay() {
        Map<String, List<String>> policies = new TreeMap<>();
        cluster.path("iam")
                .path("podIdentityAssociations")
                .forEach(identity -> policies.put(
                        identity.path("namespace").asText() + "/"
                                + identity.path("serviceAccountName").asText(),
                        texts(identity.path("permissionPolicyARNs"))));
        String xray = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess";

        assertThat(policies)
                .isEqualTo(Map.of(
                        "kube-system/xray-daemon",
                        List.of(xray),
                        "kube-system/cloudwatch-agent",
                        List.of(xray),
                        "kube-system/opentelemetry-collector",
                        List.of(xray),
                        "amazon-cloudwatch/cloudwatch-agent",
                        List.of("arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy", xray)));
    }

    @Test
    void cluster_isNeverInExtendedSupport() {
        assertThat(cluster.path("upgradePolicy").path("supportType").asText()).isEqualTo("STANDARD");
    }

    @Test
    void nodes_areAmazonLinux2023OfBothArchitectures() {
        assertThat(cluster.path("managedNodeGroups"))
                .extracting(
                        group -> group.path("amiFamily").asText(),
                        group -> group.path("instanceType").asText(),
                        group -> group.path("disablePodIMDS").asBoolean())
                .containsExactly(
                        tuple("AmazonLinux2023", "t3.large", true), tuple("AmazonLinux2023", "t4g.large", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eks/container-insights.json", "tracing/cloudwatch-agent/addon-values.json"})
    void addOn_instrumentsNothing(String values) throws IOException {
        JsonNode addOn = JsonMapper.builder().build().readTree(Files.readString(Repository.deploy(values)));

        assertThat(addOn.path("applicationSignals").path("enabled").asBoolean(true))
                .isFalse();
        assertThat(addOn.path("manager")
                        .path("applicationSignals")
                        .path("autoMonitor")
                        .path("monitorAllServices")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void addOnAsReceiver_hasTheConfigurationOfTheManifest() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode addOn =
                json.readTree(Files.readString(Repository.deploy("tracing/cloudwatch-agent/addon-values.json")));
        JsonNode manifest = json.readTree(Manifests.appliedFrom("tracing/cloudwatch-agent/agent.yaml")
                .one(ConfigMap.class, "cloudwatch-agent-config")
                .getData()
                .get("cwagentconfig.json"));

        assertThat(addOn.path("agent").path("config").path("traces")).isEqualTo(manifest.path("traces"));
        assertThat(manifest.at("/traces/traces_collected/xray/bind_address").asText())
                .isEqualTo("0.0.0.0:2000");
    }

    @Test
    void cluster_enforcesNetworkPoliciesAndHandsOutRoles() {
        assertThat(cluster.path("addons"))
                .extracting(addon -> addon.path("name").asText())
                .contains("vpc-cni", "eks-pod-identity-agent", "metrics-server");
        assertThat(cluster.path("addons").get(0).path("configurationValues").asText())
                .contains("\"enableNetworkPolicy\": \"true\"");
        assertThat(cluster.path("iam").path("withOIDC").asBoolean()).isTrue();
    }

    @Test
    void clusterNameAndRegion_areTheSameEverywhere() throws IOException {
        assertThat(tables.template()
                        .path("Parameters")
                        .path("ClusterName")
                        .path("Default")
                        .asText())
                .isEqualTo(cluster.path("metadata").path("name").asText());
        assertThat(Manifests.appliedFrom("eks/prep.yaml")
                        .one(ConfigMap.class, "services-environment-config")
                        .getData())
                .containsEntry("AWS_REGION", region())
                .containsEntry(
                        "K8S_CLUSTER_NAME",
                        cluster.path("metadata").path("name").asText());
        assertThat(config("tracing/xray-daemon.yaml", "xray-config", "config.yaml"))
                .contains("Region: " + region() + "\n");
        assertThat(config("tracing/cloudwatch-agent/agent.yaml", "cloudwatch-agent-config", "cwagentconfig.json"))
                .contains("\"region\": \"" + region() + "\"");
        JsonNode collector = new YAMLMapper()
                .readTree(config(
                        "tracing/opentelemetry-collector/base/collector.yaml",
                        "opentelemetry-collector-config",
                        "config.yaml"));
        assertThat(collector.at("/receivers/awsxray/proxy_server/region").asText())
                .isEqualTo(region());
        assertThat(collector.at("/exporters/awsxray/region").asText()).isEqualTo(region());
        assertThat(besideDaemon().at("/exporters/awsxray/region").asText()).isEqualTo(region());
    }

    private static JsonNode besideDaemon() throws IOException {
        return new YAMLMapper()
                .readTree(config(
                        "tracing/opentelemetry-collector/beside-daemon/configuration.yaml",
                        "opentelemetry-collector-config",
                        "config.yaml"));
    }

    @Test
    void collectorBesideTheDaemon_isTheSameWithoutTheDaemonsPort() throws IOException {
        ObjectNode expected = (ObjectNode) new YAMLMapper()
                .readTree(config(
                        "tracing/opentelemetry-collector/base/collector.yaml",
                        "opentelemetry-collector-config",
                        "config.yaml"));
        ((ObjectNode) expected.path("receivers")).remove("awsxray");
        ((ArrayNode) expected.at("/service/pipelines/traces/receivers")).remove(0);

        assertThat(besideDaemon()).isEqualTo(expected);
    }

    private String region() {
        return cluster.path("metadata").path("region").asText();
    }

    private static String config(String file, String name, String key) throws IOException {
        return Manifests.appliedFrom(file).one(ConfigMap.class, name).getData().get(key);
    }

    @Test
    void collector_takesSegmentsAndSpansAndSendsBoth() throws IOException {
        JsonNode collector = new YAMLMapper()
                .readTree(config(
                        "tracing/opentelemetry-collector/base/collector.yaml",
                        "opentelemetry-collector-config",
                        "config.yaml"));
        JsonNode pipeline = collector.at("/service/pipelines/traces");

        assertThat(texts(pipeline.path("receivers"))).containsExactly("awsxray", "otlp");
        assertThat(texts(pipeline.path("exporters"))).containsExactly("awsxray");
        for (String kind : List.of("receivers", "processors", "exporters")) {
            assertThat(texts(pipeline.path(kind)))
                    .allSatisfy(
                            name -> assertThat(collector.path(kind).has(name)).isTrue());
        }
    }

    @Test
    void alarm_watchesTheGroupOfFaults() {
        JsonNode group = tables.resource("StorefrontFaults");
        JsonNode alarm = tables.resource("StorefrontFaultsAlarm");

        assertThat(group.path("FilterExpression").asText()).isEqualTo("service(\"frontend\") { fault = true }");
        assertThat(alarm.path("Namespace").asText()).isEqualTo("AWS/X-Ray");
        assertThat(alarm.path("Dimensions").get(0).path("Value").asText())
                .isEqualTo(group.path("GroupName").asText());
    }

    @Test
    @Needs(oneOf = "cfn-lint", install = "pip install cfn-lint")
    void template_passesCfnLint() throws IOException, InterruptedException {
        Program.Result lint = Program.of(
                        "cfn-lint", Repository.deploy("eks/tables.yaml").toString())
                .run();

        assertThat(lint.exitCode()).as(lint.output()).isZero();
    }

    @Test
    @Needs(oneOf = "go", install = "Go, which fetches the module that eksctl's schema lies in")
    void cluster_fitsTheSchemaOfEksctl() throws IOException, InterruptedException {
        String module = new Program(
                        List.of("go", "mod", "download", "-json", EKSCTL), Map.of("GO111MODULE", "on", "GOFLAGS", ""))
                .output();
        Path folder = Path.of(
                JsonMapper.builder().build().readTree(module).path("Dir").asText());
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(folder.resolve("pkg/apis/eksctl.io/v1alpha5/assets/schema.json")));

        assertThat(schema.validate(cluster)).isEmpty();
        assertThat(schema.validate(new YAMLMapper().readTree("{apiVersion: eksctl.io/v1alpha5, typo: 1}")))
                .as("the schema can fail")
                .isNotEmpty();
    }

    private static List<JsonNode> statements(JsonNode role) {
        List<JsonNode> statements = new ArrayList<>();
        role.path("Policies")
                .forEach(policy ->
                        policy.path("PolicyDocument").path("Statement").forEach(statements::add));
        assertThat(statements).isNotEmpty();
        return statements;
    }

    /** {@code !GetAtt Carts.Arn} and {@code !Sub ${Carts.Arn}/index/*}: the table {@code Carts}. */
    private static String table(String resource) {
        assertThat(resource).matches("!GetAtt \\w+\\.Arn|!Sub \\$\\{\\w+\\.Arn}/index/\\*");
        return resource.replaceAll("^!\\w+ (\\$\\{)?(\\w+)\\.Arn.*", "$2");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
