package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.ParsingConverter;
import com.anycompany.shop.commandline.UserError;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** Entry point of the launcher: {@code ./shop} and its subcommands. */
@Command(
        name = "./shop",
        description = "Runs AnyCompany Shop on this machine.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Shop.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Status.class,
            Logs.class,
            Down.class,
            Kill.class,
            Hang.class,
            Chaos.class,
            Load.class,
            Capacity.class,
            Audit.class,
            Trace.class,
            Traces.class,
            Open.class,
            Parity.class,
            Images.class,
            Completion.class,
            Train.class,
            HelpCommand.class
        })
public final class Shop {

    private Shop() {}

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Shop.class.getPackage().getImplementationVersion();
            return new String[] {"AnyCompany Shop " + (version == null ? "(not packaged)" : version)};
        }
    }

    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.err, true), args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Shop())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new ParsingConverter<>(Durations::parse));
    }

    static int run(PrintWriter err, String... args) {
        return commandLine()
                .setErr(err)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    err.println(e instanceof UserError ? e.getMessage() : "Internal error: " + e);
                    if (!(e instanceof UserError)) {
                        e.printStackTrace(err);
                    }
                    return 1;
                })
                .execute(args.length == 0 ? new String[] {"help"} : args);
    }
}
