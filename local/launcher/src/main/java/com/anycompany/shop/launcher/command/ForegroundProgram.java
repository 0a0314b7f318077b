package com.anycompany.shop.launcher.command;

import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.app.JavaRuntime;
import com.anycompany.shop.launcher.supervise.RunningParts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Another program of the shop that a subcommand runs as a process, with this terminal as its input and output. */
record ForegroundProgram(AppFolder app, int heapMegabytes) {

    /** Long enough for the program to print its summary after Ctrl-C. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    /** Returns its exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaRuntime.current().command(app, heapMegabytes, List.of(), arguments))
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RunningParts.end(process.toHandle(), GRACE)));
        return process.waitFor();
    }
}
