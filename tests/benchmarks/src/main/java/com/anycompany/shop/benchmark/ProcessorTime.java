package com.anycompany.shop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of a process by /proc/PID/stat, whose unit is a hundredth of a second on every Linux. */
final class ProcessorTime {

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final double MILLIS_PER_TICK = 10;

    private ProcessorTime() {}

    static double millis(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
        // The name of the program is in parentheses, and may hold blanks.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * MILLIS_PER_TICK;
    }
}
