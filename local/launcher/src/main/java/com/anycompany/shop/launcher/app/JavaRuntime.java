package com.anycompany.shop.launcher.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The JDK that runs the launcher and all parts, and the flags that keep nine JVMs small. */
public record JavaRuntime(Path home, Runtime.Version version) {

    /** Uses the bean definitions that the build prepared; parts without Spring ignore it. */
    private static final String SPRING_PREPARED = "-Dspring.aot.enabled=true";

    private static final int FIRST_WITH_AOT_CACHE = 25;

    public static JavaRuntime current() {
        return new JavaRuntime(Path.of(System.getProperty("java.home")), Runtime.version());
    }

    /** The command that runs a laid-out application. */
    public List<String> command(AppFolder app, int heapMegabytes, List<String> archiveFlags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.addAll(lean(heapMegabytes));
        command.addAll(archiveFlags);
        command.add("-jar");
        command.add(app.jar().toString());
        command.addAll(arguments);
        return command;
    }

    public StartupArchive archive(AppFolder app, int heapMegabytes) {
        boolean aotCache = version.feature() >= FIRST_WITH_AOT_CACHE;
        int dependsOn = Objects.hash(home, version, lean(heapMegabytes), app.folder());
        String name = String.format("java-%d-%08x.%s", version.feature(), dependsOn, aotCache ? "aot" : "jsa");
        return new StartupArchive(app.folder().resolve(name), aotCache);
    }

    /**
     * One collector thread, one compiler, small stacks. Two shoppers need no optimising compiler, and six of them would
     * compete for the processors of a laptop while everything starts. Warnings of the JVM, such as that about an unusable
     * archive, are kept out of the parts' logs.
     */
    private static List<String> lean(int heapMegabytes) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xss512k",
                "-Xmx" + heapMegabytes + "m",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                SPRING_PREPARED);
    }
}
