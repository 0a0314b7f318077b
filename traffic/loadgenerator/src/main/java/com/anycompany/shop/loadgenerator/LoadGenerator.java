package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.ParsingConverter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: sends shoppers to a storefront and prints rates, latencies and errors (docs/adr/010-load-tool.md). */
@Command(
        name = "loadgenerator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Sends shoppers to a storefront: they browse, search, fill carts and check out.")
public final class LoadGenerator implements Callable<Integer> {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The storefront (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--shoppers",
            paramLabel = "N",
            defaultValue = "2",
            description = "Shoppers at the same time, 1 to " + LoadPlan.MOST_SHOPPERS + " (default: ${DEFAULT-VALUE}).")
    private int shoppers;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long, such as 30s, 5m or 2h; without it, until stopped.")
    private @Nullable Duration time;

    @Option(
            names = "--think",
            paramLabel = "TIME..TIME",
            defaultValue = "5s..20s",
            description = "How long a shopper looks at a page (default: ${DEFAULT-VALUE}).")
    private ThinkTime thinkTime = new ThinkTime(Duration.ofSeconds(5), Duration.ofSeconds(20));

    @Option(
            names = "--progress",
            paramLabel = "TIME",
            description = "Time between two progress lines (default: 5s with --for, else 1m).")
    private @Nullable Duration progress;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        // Below a server's own keep-alive time: a connection that the server is closing isn't the shop's error.
        System.setProperty("jdk.httpclient.keepalive.timeout", "4");
        System.exit(command().execute(args));
    }

    static CommandLine command() {
        return new CommandLine(new LoadGenerator())
                .registerConverter(Duration.class, new ParsingConverter<>(Durations::parse))
                .registerConverter(ThinkTime.class, new ParsingConverter<>(ThinkTime::parse))
                .setParameterExceptionHandler((wrong, args) -> {
                    wrong.getCommandLine().getErr().println("loadgenerator: " + wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                });
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        LoadPlan plan = plan(command);
        Storefront storefront = new Storefront(plan.storefront());
        if (plan.duration().isPresent()) {
            try {
                storefront.reach();
            } catch (IOException noAnswer) {
                command.getErr()
                        .printf(
                                "loadgenerator: no storefront at %s (%s); start it with ./shop up,"
                                        + " or name another one with --url%n",
                                url, Browser.kind(noAnswer));
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
        new Run(plan, storefront, command.getOut()).perform();
        return CommandLine.ExitCode.OK;
    }

    private LoadPlan plan(CommandLine command) {
        try {
            return new LoadPlan(
                    url, shoppers, Optional.ofNullable(time), Optional.ofNullable(progress), thinkTime, Habits.USUAL);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()));
        }
    }
}
