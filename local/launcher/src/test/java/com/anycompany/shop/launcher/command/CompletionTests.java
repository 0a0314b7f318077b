package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.AutoComplete;

/** The completion script that {@code ./shop completion} prints without Java is that of the commands, and completes in bash. */
class CompletionTests {

    private static final Path SCRIPT = Path.of("completion/shop.bash");

    @Test
    void committedScript_isThatOfTheCommands() throws IOException {
        String generated = AutoComplete.bash("shop", Shop.commandLine()).replaceAll("(?m)[ \t]+$", "");
        if (Boolean.getBoolean("help.refresh")) {
            Files.createDirectories(SCRIPT.getParent());
            Files.writeString(SCRIPT, generated);
        }

        assertThat(SCRIPT)
                .as("Refresh it: mvn -pl local/launcher -am test -Dtest=HelpTests,CompletionTests -Dhelp.refresh=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .content()
                .isEqualTo(generated);
    }

    @ParameterizedTest
    @CsvSource({
        "'', sta, status",
        "'', tra, trace traces",
        "kill, cat, catalogservice",
        "hang, recom, recommendationservice",
        "logs, pay, paymentservice",
        "open, con, console",
        "load, --sh, --shoppers",
        "traces, --fol, --follow"
    })
    void bash_completesCommandsOptionsAndParts(String command, String begun, String completed)
            throws IOException, InterruptedException {
        String words = command.isEmpty() ? "./shop " + begun : "./shop " + command + " " + begun;
        Process bash = new ProcessBuilder(List.of(
                        "bash",
                        "-c",
                        ". " + SCRIPT + "; COMP_WORDS=(" + words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                                + " COMP_LINE=\"" + words + "\"; COMP_POINT=${#COMP_LINE}; _complete_shop;"
                                + " printf '%s ' ${COMPREPLY[@]}"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String reply = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor()).as(reply).isZero();
        assertThat(reply.strip().split("\\s+")).containsExactlyInAnyOrder(completed.split(" "));
    }
}
