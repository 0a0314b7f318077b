package com.anycompany.shop.launcher.command;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.Stopwatch;
import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.image.Docker;
import com.anycompany.shop.launcher.image.ImageBuild;
import com.anycompany.shop.launcher.image.ImageOverlay;
import com.anycompany.shop.launcher.image.ImagePart;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds the container images from the jars that Maven built, and pushes them to a registry (docs/adr/023-images.md). */
@Command(name = "images", description = "Build the container images; needs Docker.")
final class Images implements Callable<Integer> {

    /** The tag in manifests and compose file: the version of this repository. */
    static final String TAG = "0.1.0";

    @Parameters(arity = "0..*", paramLabel = "PART", description = "Which ones, such as catalogservice; without, all.")
    private List<String> names = List.of();

    @Option(
            names = "--tag",
            paramLabel = "T",
            defaultValue = TAG,
            description = "Their tag (default ${DEFAULT-VALUE}).")
    private String tag = TAG;

    @Option(
            names = "--push",
            paramLabel = "REGISTRY",
            description = "Push them there, as REGISTRY/NAME:TAG, and write an overlay that uses them.")
    private @Nullable String registry;

    @Option(names = "--base", paramLabel = "IMAGE", description = "A base image with a Java 17 or newer and bash.")
    private @Nullable String base;

    @Option(
            names = "--platform",
            paramLabel = "P,P",
            description = "For other processors, such as linux/amd64,linux/arm64; needs buildx and --push.")
    private @Nullable String platform;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();
    private final Terminal terminal = Terminal.standard();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (platform != null && registry == null) {
            throw new UserError("--platform needs --push REGISTRY: Docker keeps images of this machine's kind only.");
        }
        ImageBuild build = new ImageBuild(folder.root().resolve("deploy/Dockerfile"), tag, registry, base, platform);
        Docker docker = Docker.onThisMachine();
        for (ImagePart part : wanted()) {
            Stopwatch stopwatch = Stopwatch.started();
            Path context = part.context(folder);
            for (List<String> command : build.commands(part.name(), context)) {
                docker.run(command, folder.log("image-" + part.name()));
            }
            terminal.good(
                    part.name(),
                    "built",
                    ImageBuild.local(part.name(), tag) + " in " + Durations.seconds(stopwatch.elapsed()));
        }
        if (registry != null) {
            writeOverlay(registry);
        }
        return 0;
    }

    private void writeOverlay(String pushedTo) throws IOException {
        Path overlay = Files.createDirectories(folder.images().resolve("eks"));
        Files.writeString(overlay.resolve("kustomization.yaml"), new ImageOverlay(pushedTo, tag).text(ImagePart.all()));
        terminal.line("On a cluster: kubectl apply -k " + folder.shown(overlay));
    }

    private List<ImagePart> wanted() {
        List<ImagePart> all = ImagePart.all();
        List<String> known = all.stream().map(ImagePart::name).toList();
        if (names.isEmpty()) {
            return all;
        }
        List<ImagePart> wanted = new ArrayList<>();
        for (String typed : names) {
            String name = known.contains(typed + "service") ? typed + "service" : typed;
            wanted.add(all.stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UserError(
                            "There is no image '" + typed + "'; there are " + String.join(", ", known) + ".")));
        }
        return wanted;
    }
}
