package com.anycompany.shop.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK that runs the launcher and, with it, every part; and the flags that keep nine JVMs small. */
record JavaRuntime(Path home, Runtime.Version version) {

    static JavaRuntime current() {
        return new JavaRuntime(Path.of(System.getProperty("java.home")), Runtime.version());
    }

    String java() {
        return home.resolve("bin/java").toString();
    }

    /** The command that runs a part from its folder. */
    List<String> command(Part part, Path jar) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(lean(part.heapMegabytes()));
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(part.arguments());
        return command;
    }

    /**
     * One collector thread, one compiler, small stacks. Two shoppers need no optimising compiler, and six of them would
     * fight for the processors of a laptop while everything starts.
     */
    static List<String> lean(int heapMegabytes) {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx" + heapMegabytes + "m");
    }
}
