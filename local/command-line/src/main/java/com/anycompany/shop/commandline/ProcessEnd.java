package com.anycompany.shop.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tells whether a process has ended. A zombie has: it runs no more, and only waits for its parent to read its exit code. The
 * JDK counts it as alive, and some containers have no parent that reads exit codes.
 */
public final class ProcessEnd {

    private static final long POLL_MILLIS = 20;

    private ProcessEnd() {}

    public static boolean isReached(ProcessHandle process) {
        return !process.isAlive() || isZombie(process.pid());
    }

    /** Waits that long, or until the end if that is sooner, and returns whether the process has ended. */
    public static boolean isReachedWithin(ProcessHandle process, Duration limit) {
        Stopwatch stopwatch = Stopwatch.started();
        try {
            while (!isReached(process)) {
                if (stopwatch.elapsed().compareTo(limit) >= 0) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return isReached(process);
        }
    }

    /** The state follows the name in parentheses, which may contain any character: {@code 4711 (java) Z 1 …}. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            int end = stat.lastIndexOf(')');
            return end >= 0 && stat.length() > end + 2 && "ZX".indexOf(stat.charAt(end + 2)) >= 0;
        } catch (IOException e) {
            return false; // There is no /proc on this system, or the process is gone by now.
        }
    }
}
