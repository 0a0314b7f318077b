package com.anycompany.shop.launcher;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line of the shop. */
@Command(
        name = "./shop",
        description = "Runs AnyCompany Shop on this machine.",
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
            Images.class,
            Rehearsal.class,
            HelpCommand.class
        })
public final class Shop {

    private Shop() {}

    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.err, true), args));
    }

    static int run(PrintWriter err, String... args) {
        return new CommandLine(new Shop())
                .setErr(err)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    err.println(e instanceof Refusal ? e.getMessage() : "This should not have happened: " + e);
                    if (!(e instanceof Refusal)) {
                        e.printStackTrace(err);
                    }
                    return 1;
                })
                .execute(args.length == 0 ? new String[] {"help"} : args);
    }
}
