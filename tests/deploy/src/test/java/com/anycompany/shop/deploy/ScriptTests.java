package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts for EKS against an AWS that is played by a few lines of shell; what exists there, are files. */
class ScriptTests {

    /**
     * {@code $CLOUD} holds a file per thing that exists, with what AWS says of it; deleting a thing deletes its file. The
     * add-ons lie in {@code addon-NAME}.
     */
    private static final String AWS = """
            #!/bin/sh
            echo "aws $*" >>"$CLOUD/calls"
            case "$*" in
              --version) cat "$CLOUD/aws-version" ;;
              *get-caller-identity*) [ -e "$CLOUD/account" ] && echo 111122223333 ;;
              *describe-cluster-versions*) cat "$CLOUD/kubernetes" ;;
              *describe-cluster*supportType*) cat "$CLOUD/cluster" ;;
              *describe-cluster*) [ -e "$CLOUD/cluster" ] ;;
              *describe-addon*) name=${*##*--addon-name }; cat "$CLOUD/addon-${name%% *}" ;;
              *describe-stacks*) [ -e "$CLOUD/stack" ] ;;
              *delete-stack*) rm -f "$CLOUD/stack" ;;
              *describe-table*) [ -e "$CLOUD/table" ] ;;
              *get-group*) [ -e "$CLOUD/group" ] ;;
              *get-trace-segment-destination*) cat "$CLOUD/destination" ;;
              *get-indexing-rules*) cat "$CLOUD/percentage" ;;
              *describe-repositories*) [ ! -e "$CLOUD/repository" ] || echo anycompany-shop/frontend ;;
              *delete-repository*) rm -f "$CLOUD/repository" ;;
              *describe-instance-type-offerings*) cat "$CLOUD/instance" ;;
              *describe-vpcs*) cat "$CLOUD/vpcs" ;;
              *describe-addresses*) cat "$CLOUD/addresses" ;;
              *L-1216C47A*) cat "$CLOUD/processors" ;;
              *get-service-quota*) echo 5.0 ;;
            esac
            """;

    private static final String EKSCTL = """
            #!/bin/sh
            echo "eksctl $*" >>"$CLOUD/calls"
            case "$*" in
              version*) cat "$CLOUD/eksctl-version" ;;
              *) [ -e "$CLOUD/stubborn" ] || rm -f "$CLOUD/cluster" ;;
            esac
            """;

    private static final String KUBECTL = """
            #!/bin/sh
            echo "kubectl $*" >>"$CLOUD/calls"
            case "$*" in
              version*) cat "$CLOUD/kubectl-version" ;;
              *"get pods"*) cat "$CLOUD/host-ports" ;;
              *mutatingwebhook*) cat "$CLOUD/webhooks" ;;
              *"get deployments"*) cat "$CLOUD/operator" ;;
              *"get namespace "*) cat "$CLOUD/level" ;;
            esac
            """;

    private static final String ANY = """
            #!/bin/sh
            echo "${0##*/} $*" >>"$CLOUD/calls"
            """;

    private static final Map<String, String> SCRIPTS = Map.of("aws", AWS, "eksctl", EKSCTL, "kubectl", KUBECTL);

    @TempDir
    private Path cloud;

    @Test
    void preflight_ofAGoodAccountSaysReadyAndChangesNothing() throws Exception {
        install("aws", "eksctl", "kubectl", "docker");
        exists("account");

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).as(preflight.output()).isZero();
        assertThat(preflight.output()).contains("Ready: eksctl create cluster").doesNotContain("MISSING");
        assertThat(calls()).noneMatch(call -> call.matches(".*(create|delete|put|update)-.*"));
    }

    @Test
    void preflight_saysAllThatIsMissingAtOnce() throws Exception {
        install("aws", "kubectl", "docker");
        exists("account");
        exists("table");
        says("vpcs", "5");

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).isEqualTo(1);
        assertThat(preflight.output())
                .contains("eksctl isn't installed", "there is a table Carts", "5 of 5 networks")
                .contains("Nothing was created.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aws-version    | aws-cli/1.29.0 Python/3.11 | the AWS CLI is 1.29.0
            eksctl-version | {"Version": "0.190.0", "EKSServerSupportedVersions": ["1.29", "1.30"]} | this eksctl doesn't know Kubernetes 1.36
            kubectl-version | {"clientVersion": {"major": "1", "minor": "32"}} | kubectl is 1.32, the cluster 1.36
            kubernetes     | EXTENDED_SUPPORT 2026-01-02 | Kubernetes 1.36 has extended support only
            kubernetes     | None None          | EKS doesn't offer Kubernetes 1.36
            instance       | ''                 | t3.large isn't offered in us-east-1
            vpcs           | 5                  | 5 of 5 networks (VPCs) are in use
            addresses      | 5                  | 5 of 5 elastic IP addresses are in use
            processors     | 2.0                | the account may run 2 processors on demand, and the nodes need 4
            """)
    void preflight_saysWhatIsMissing(String thing, String said, String finding) throws Exception {
        install("aws", "eksctl", "kubectl", "docker");
        exists("account");
        says(thing, said);

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).as(preflight.output()).isEqualTo(1);
        assertThat(preflight.output()).contains("MISSING  " + finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            addon-vpc-cni  | {}                 | accepts network policies and doesn't enforce them
            addon-eks-pod-identity-agent |      | the Pod Identity agent isn't installed
            addon-amazon-cloudwatch-observability | {} | has Application Signals on: its agent takes each node's port 2000
            cluster        | 1.36 EXTENDED      | the cluster goes into extended support
            host-ports     | amazon-cloudwatch/cloudwatch-agent-x1 2000/TCP 4317/TCP | port 2000 of the nodes is wanted by: amazon-cloudwatch/cloudwatch-agent(TCP-only)
            """)
    void preflight_saysWhatIsWrongWithTheCluster(String thing, String said, String finding) throws Exception {
        install("aws", "eksctl", "kubectl", "docker");
        aGoodCluster();
        if (said == null) {
            Files.delete(cloud.resolve(thing));
        } else {
            says(thing, said);
        }

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).as(preflight.output()).isEqualTo(1);
        assertThat(preflight.output()).containsPattern("MISSING  .*" + Pattern.quote(finding));
        assertThat(preflight.output()).contains("1 to do before you begin");
    }

    @Test
    void preflight_ofAGoodClusterSaysWhoTakesTheTraces() throws Exception {
        install("aws", "eksctl", "kubectl", "docker");
        aGoodCluster();

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).as(preflight.output()).isZero();
        assertThat(preflight.output())
                .contains("kube-system/xray-daemon has the nodes' port 2000", "Ready: kubectl apply")
                .doesNotContain("MISSING");
        assertThat(calls()).noneMatch(call -> call.matches(".*(create|delete|put|update)-(?!kubeconfig).*"));
    }

    /** Way b of deploy/tracing/README.md, by the add-on; without UDP it would take no segments. */
    @Test
    void preflight_knowsTheAgentOfTheAddOnAsAReceiver() throws Exception {
        install("aws", "eksctl", "kubectl", "docker");
        aGoodCluster();
        says("host-ports", "amazon-cloudwatch/cloudwatch-agent-x1 2000/UDP 2000/TCP 4317/TCP");

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).as(preflight.output()).isZero();
        assertThat(preflight.output()).contains("amazon-cloudwatch/cloudwatch-agent has the nodes' port 2000");
    }

    @Test
    void preflight_foreseesThatInjectedContainersAreRefused() throws Exception {
        install("aws", "eksctl", "kubectl", "docker");
        aGoodCluster();
        says("webhooks", "mutatingwebhookconfiguration.admissionregistration.k8s.io/amazon-cloudwatch-observability");
        says("operator", "[\"--auto-monitor-config={\"monitorAllServices\":true}\"]");
        says("level", "restricted");

        assertThat(run("preflight").output()).contains("MISSING  the CloudWatch operator injects containers");

        says("level", "baseline");
        Program.Result allowed = run("preflight");
        assertThat(allowed.exitCode()).isZero();
        assertThat(allowed.output()).contains("NOTE     the CloudWatch operator injects containers");
    }

    @Test
    void preflight_saysWhatTransactionSearchMeans() throws Exception {
        install("aws", "eksctl", "kubectl", "docker");
        exists("account");
        says("destination", "CloudWatchLogs");
        says("percentage", "1.0");

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).as(preflight.output()).isZero();
        assertThat(preflight.output())
                .contains("NOTE     Transaction Search is on", "1.0 % of the traces are indexed", "the alarm see only");
    }

    @Test
    void preflight_warnsOfTheEndOfSupport() throws Exception {
        install("aws", "eksctl", "kubectl", "docker");
        exists("account");
        LocalDate end = LocalDate.now(ZoneOffset.UTC).plusDays(59);
        says("kubernetes", "STANDARD_SUPPORT\t" + end + "T00:00:00+00:00");

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).as(preflight.output()).isZero();
        assertThat(preflight.output())
                .contains("NOTE     standard support of Kubernetes 1.36 ends on " + end + ", in 59 days");

        says("kubernetes", "STANDARD_SUPPORT\t" + end.plusDays(1) + "T00:00:00+00:00");
        assertThat(run("preflight").output()).contains("ok       Kubernetes 1.36 has standard support until");
    }

    @Test
    void preflight_withoutCredentialsSaysSo() throws Exception {
        install("aws", "eksctl", "kubectl", "docker");

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).isEqualTo(1);
        assertThat(preflight.output()).contains("no valid AWS credentials");
    }

    @Test
    void cleanUp_asksBeforeItDeletes() throws Exception {
        install("aws", "eksctl", "kubectl");
        exists("account");
        exists("cluster");

        Program.Result cleanUp = run("clean-up");

        assertThat(cleanUp.exitCode()).isEqualTo(1);
        assertThat(cleanUp.output()).contains("deploy/eks/clean-up --yes");
        assertThat(cloud.resolve("cluster")).exists();
    }

    @Test
    void cleanUp_leavesNothingBehind() throws Exception {
        install("aws", "eksctl", "kubectl");
        for (String thing : List.of("account", "cluster", "stack", "repository")) {
            exists(thing);
        }

        Program.Result cleanUp = run("clean-up", "--yes");

        assertThat(cleanUp.exitCode()).as(cleanUp.output()).isZero();
        assertThat(cleanUp.output()).endsWith("Nothing is left.\n");
        for (String thing : List.of("cluster", "stack", "repository")) {
            assertThat(cloud.resolve(thing)).doesNotExist();
        }
        List<String> calls = calls();
        assertThat(index(calls, "delete namespace"))
                .as("the load balancer goes before the network that it lies in")
                .isLessThan(index(calls, "eksctl delete cluster"));
    }

    @Test
    void cleanUp_saysWhatIsStillThere() throws Exception {
        install("aws", "eksctl", "kubectl");
        exists("account");
        exists("cluster");
        exists("stubborn");

        Program.Result cleanUp = run("clean-up", "--yes");

        assertThat(cleanUp.exitCode()).isEqualTo(1);
        assertThat(cleanUp.output()).contains("Still there: cluster:anycompany-shop");
    }

    private void aGoodCluster() throws IOException {
        exists("account");
        exists("stack");
        says("cluster", "1.36\tSTANDARD");
        says("addon-vpc-cni", "{\"enableNetworkPolicy\": \"true\"}");
        says("addon-eks-pod-identity-agent", "None");
        says(
                "host-ports",
                "kube-system/coredns-1\nkube-system/xray-daemon-abcde 2000/UDP 2000/TCP\nkube-system/xray-daemon-fghij 2000/UDP 2000/TCP");
    }

    private void says(String thing, String answer) throws IOException {
        Files.writeString(cloud.resolve(thing), answer + "\n");
    }

    private void exists(String thing) throws IOException {
        Files.writeString(cloud.resolve(thing), "");
    }

    private void install(String... names) throws IOException {
        Files.writeString(cloud.resolve("calls"), "");
        says("aws-version", "aws-cli/2.27.0 Python/3.13 Linux/6.1");
        says("eksctl-version", "{\"Version\": \"0.225.0\", \"EKSServerSupportedVersions\": [\"1.35\", \"1.36\"]}");
        says("kubectl-version", "{\"clientVersion\": {\"major\": \"1\", \"minor\": \"36\"}}");
        says("kubernetes", "STANDARD_SUPPORT\t2099-08-02T00:00:00+00:00");
        says("destination", "XRay");
        says("instance", "t3.large");
        says("vpcs", "1");
        says("addresses", "1");
        says("processors", "64.0");
        for (String name : names) {
            Path program = Files.createDirectories(cloud.resolve("bin")).resolve(name);
            Files.writeString(program, SCRIPTS.getOrDefault(name, ANY));
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        for (String system :
                List.of("bash", "sed", "head", "mktemp", "rm", "cat", "dirname", "sh", "date", "tr", "sort")) {
            Files.createSymbolicLink(
                    Files.createDirectories(cloud.resolve("bin")).resolve(system), systemProgram(system));
        }
    }

    private static Path systemProgram(String name) {
        return List.of("/bin", "/usr/bin").stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Program.Result run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                systemProgram("bash").toString(),
                Repository.deploy("eks/" + script).toString()));
        command.addAll(List.of(arguments));
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", cloud.resolve("bin").toString());
        environment.put("CLOUD", cloud.toString());
        return new Program(command, environment).run();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(cloud.resolve("calls"));
    }

    private static int index(List<String> calls, String part) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError("no call with " + part + " in " + calls);
    }
}
