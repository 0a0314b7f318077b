package com.anycompany.shop.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts for EKS against an AWS that is played by a few lines of shell; what exists there, are files. */
class ScriptTests {

    /** {@code $CLOUD} holds a file per thing that exists; deleting a thing deletes its file. */
    private static final String AWS = """
            #!/bin/sh
            echo "aws $*" >>"$CLOUD/calls"
            case "$*" in
              *get-caller-identity*) [ -e "$CLOUD/account" ] && echo 111122223333 ;;
              *describe-cluster*) [ -e "$CLOUD/cluster" ] ;;
              *describe-stacks*) [ -e "$CLOUD/stack" ] ;;
              *delete-stack*) rm -f "$CLOUD/stack" ;;
              *describe-table*) [ -e "$CLOUD/table" ] ;;
              *get-group*) [ -e "$CLOUD/group" ] ;;
              *describe-repositories*) [ ! -e "$CLOUD/repository" ] || echo anycompany-shop/frontend ;;
              *delete-repository*) rm -f "$CLOUD/repository" ;;
              *describe-instance-type-offerings*) echo t3.large ;;
              *describe-vpcs*) cat "$CLOUD/vpcs" ;;
              *get-service-quota*) echo 5.0 ;;
            esac
            """;

    private static final String EKSCTL = """
            #!/bin/sh
            echo "eksctl $*" >>"$CLOUD/calls"
            [ -e "$CLOUD/stubborn" ] || rm -f "$CLOUD/cluster"
            """;

    private static final String ANY = """
            #!/bin/sh
            echo "${0##*/} $*" >>"$CLOUD/calls"
            """;

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
        Files.writeString(cloud.resolve("vpcs"), "5");

        Program.Result preflight = run("preflight");

        assertThat(preflight.exitCode()).isEqualTo(1);
        assertThat(preflight.output())
                .contains("eksctl isn't installed", "there is a table Carts", "5 of 5 networks")
                .contains("Nothing was created.");
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

    private void exists(String thing) throws IOException {
        Files.writeString(cloud.resolve(thing), "");
    }

    private void install(String... names) throws IOException {
        Files.writeString(cloud.resolve("vpcs"), "1");
        Files.writeString(cloud.resolve("calls"), "");
        for (String name : names) {
            Path program = Files.createDirectories(cloud.resolve("bin")).resolve(name);
            Files.writeString(program, name.equals("aws") ? AWS : name.equals("eksctl") ? EKSCTL : ANY);
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        for (String system : List.of("bash", "sed", "head", "mktemp", "rm", "cat", "dirname", "sh")) {
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
