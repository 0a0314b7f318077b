package com.anycompany.shop.launcher.prepare;

import com.anycompany.shop.commandline.Stopwatch;
import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.app.JavaRuntime;
import com.anycompany.shop.launcher.app.StartupArchive;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.supervise.RunningParts;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lays out the jars that Maven built, and records start-up archives for them, once after each build. */
public record Preparation(ShopFolder folder, JavaRuntime java, Terminal terminal) {

    static final String LAUNCHER = "launcher";

    /** As {@code ./shop} starts the launcher. */
    private static final int LAUNCHER_HEAP = 64;

    public void prepare(List<Part> parts) {
        parts.forEach(p -> layOut(folder, p.app(), folder.jar(p)));
        layOut(folder, LAUNCHER, folder.jar("local/launcher", LAUNCHER));
        List<Part> unsettled =
                parts.stream().filter(p -> !archive(p).isSettled()).toList();
        StartupArchive own = java.archive(AppFolder.of(folder, LAUNCHER), LAUNCHER_HEAP);
        if (unsettled.isEmpty() && own.isSettled()) {
            return;
        }
        TrainingTime training = new TrainingTime(folder);
        terminal.line("Recording start-up archives, once after each build (" + training.estimate() + ")");
        Stopwatch stopwatch = Stopwatch.started();
        unsettled.forEach(part -> archive(part).deleteRecording());
        own.deleteRecording();
        boolean conclusive = train(unsettled, own) != TrainingRun.INCOMPLETE;
        if (conclusive && unsettled.size() == parts.size()) {
            training.remember(stopwatch.elapsed());
        }
        List<String> without = new ArrayList<>();
        for (Part part : unsettled) {
            settle(archive(part), part.name(), conclusive, without);
        }
        settle(own, LAUNCHER, conclusive, without);
        rememberForShop(own);
        if (!without.isEmpty()) {
            terminal.line("No start-up archive for " + String.join(", ", without) + ": the start just takes longer.");
        }
    }

    private StartupArchive archive(Part part) {
        return java.archive(AppFolder.of(folder, part.app()), part.heapMegabytes());
    }

    /** Lays a jar out, unless that was done after it was built. */
    public static AppFolder layOut(ShopFolder folder, String app, Path jar) {
        AppFolder layout = AppFolder.of(folder, app);
        if (!Files.exists(jar)) {
            throw new UserError(folder.shown(jar) + " is missing; ./shop up builds it.");
        }
        if (!layout.isLaidOutFrom(jar)) {
            layout.layOutFrom(jar);
        }
        return layout;
    }

    /** Shows the lines of the training run, but not those of its JVM about the archive. */
    private int train(List<Part> unsettled, StartupArchive own) {
        List<String> arguments = new ArrayList<>(List.of(TrainingRun.COMMAND));
        unsettled.forEach(p -> arguments.add(p.name()));
        List<String> command = java.command(
                AppFolder.of(folder, LAUNCHER),
                LAUNCHER_HEAP,
                own.isSettled() ? own.flagsToUse() : own.flagsToRecord(),
                arguments);
        command.add(1, "-Dshop.home=" + folder.root());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread stop = new Thread(() -> RunningParts.end(process.toHandle(), Duration.ofSeconds(20)));
            Runtime.getRuntime().addShutdownHook(stop);
            try (BufferedReader lines = process.inputReader()) {
                lines.lines().filter(l -> l.startsWith(TrainingRun.INDENT)).forEach(terminal::line);
            }
            int exitCode = process.waitFor();
            failIfInterrupted(exitCode);
            Runtime.getRuntime().removeShutdownHook(stop);
            return exitCode;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TrainingRun.INCOMPLETE;
        }
    }

    /** After SIGINT or SIGTERM the archives are tried again at the next start. */
    private static void failIfInterrupted(int exitCode) {
        if (exitCode == 128 + 2 || exitCode == 128 + 15) {
            throw new UserError("Stopped before the shop was open.");
        }
    }

    private static void settle(StartupArchive archive, String name, boolean conclusive, List<String> without) {
        archive.keepRecording();
        if (!archive.exists()) {
            if (conclusive) {
                archive.giveUp();
            }
            without.add(name);
        }
    }

    /** {@code ./shop} reads its JVM's flags from here. */
    private void rememberForShop(StartupArchive own) {
        Path arguments = folder.app(LAUNCHER).resolve("java-" + java.version().feature() + ".args");
        try {
            if (own.exists()) {
                Files.writeString(arguments, '"' + String.join(" ", own.flagsToUse()) + "\"\n");
            } else {
                Files.deleteIfExists(arguments);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
