package com.anycompany.shop.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The help texts that {@code ./shop} prints without Java are those of the commands. */
class HelpTests {

    private static final Path TEXTS = Path.of("help");

    @ParameterizedTest
    @MethodSource("commands")
    void committedText_isThatOfTheCommand(String command) throws IOException {
        Path committed = TEXTS.resolve(command + ".txt");
        String generated = usage(command);
        if (Boolean.getBoolean("help.refresh")) {
            Files.createDirectories(TEXTS);
            Files.writeString(committed, generated);
        }

        assertThat(committed)
                .as("Refresh it: mvn -pl local/launcher -am test -Dtest=HelpTests,CompletionTests -Dhelp.refresh=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .content()
                .isEqualTo(generated);
    }

    @Test
    void everyText_belongsToACommand() throws IOException {
        try (Stream<Path> texts = Files.list(TEXTS)) {
            assertThat(texts.map(text -> text.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(commands());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpAndVersion_succeedOnEveryCommand(String command) {
        for (String option : new String[] {"--help", "-h", "--version", "-V"}) {
            StringWriter out = new StringWriter();
            int exitCode = Shop.commandLine()
                    .setOut(new PrintWriter(out))
                    .execute(command.equals("shop") ? new String[] {option} : new String[] {command, option});

            assertThat(exitCode).isZero();
            assertThat(out.toString())
                    .contains(option.equals("--version") || option.equals("-V") ? "AnyCompany" : "Usage");
        }
    }

    private static String usage(String command) {
        CommandLine shop = Shop.commandLine();
        CommandLine described =
                command.equals("shop") ? shop : shop.getSubcommands().get(command);
        return described.getUsageMessage(Ansi.OFF).replace("\r\n", "\n");
    }

    private static Set<String> commands() {
        Set<String> names = Shop.commandLine().getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(java.util.Map.Entry::getKey)
                .filter(name -> !name.equals("help"))
                .collect(Collectors.toCollection(TreeSet::new));
        names.add("shop");
        return names;
    }
}
