package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Prints the end of the log of a part that has failed, which usually contains the reason. */
public record FailureLogPrinter(PartListener next, ShopFolder folder, Terminal terminal) implements PartListener {

    private static final int LINES = 12;

    @Override
    public void ready(Part part, Duration took) {
        next.ready(part, took);
    }

    @Override
    public void died(Part part, String how, Duration wait) {
        next.died(part, how, wait);
    }

    @Override
    public void recovered(Part part, Duration took) {
        next.recovered(part, took);
    }

    @Override
    public void failed(Part part, String how) {
        Path log = folder.log(part.name());
        next.failed(part, how + "; see " + folder.shown(log) + ", which ends with:");
        for (String line : end(log)) {
            terminal.line("    " + line);
        }
    }

    private static List<String> end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException e) {
            return List.of("(can't be read: " + e.getMessage() + ")");
        }
    }
}
