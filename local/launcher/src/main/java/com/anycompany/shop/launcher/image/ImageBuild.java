package com.anycompany.shop.launcher.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Docker commands that make an image, for this machine alone or for several kinds of machine. */
public record ImageBuild(
        Path dockerfile,
        String tag,
        @Nullable String registry,
        @Nullable String base,
        @Nullable String platform) {

    /** The repository of images that are not pushed. */
    private static final String LOCAL = "anycompany-shop";

    /** The image's name in manifests and compose file. */
    public static String local(String name, String tag) {
        return LOCAL + "/" + name + ":" + tag;
    }

    public List<List<String>> commands(String name, Path context) {
        List<List<String>> commands = new ArrayList<>();
        String pushed = registry + "/" + name + ":" + tag;
        if (platform != null) {
            commands.add(build(List.of("buildx", "build", "--push", "--platform", platform), pushed, name, context));
            return commands;
        }
        commands.add(build(List.of("build"), local(name, tag), name, context));
        if (registry != null) {
            commands.add(List.of("tag", local(name, tag), pushed));
            commands.add(List.of("push", pushed));
        }
        return commands;
    }

    private List<String> build(List<String> verb, String image, String name, Path context) {
        List<String> command = new ArrayList<>(verb);
        command.addAll(List.of("-f", dockerfile.toString(), "-t", image, "--build-arg", "MODULE=" + name));
        if (base != null) {
            command.addAll(List.of("--build-arg", "BASE=" + base));
        }
        command.add(context.toString());
        return command;
    }
}
