package com.anycompany.shop.launcher.image;

import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.plan.OpenTelemetryAgent;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.plan.ShopService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part that becomes an image, and what Docker needs to build it.
 *
 * @param name of its jar and of its image: {@code xray-local}
 * @param module the folder that Maven builds it in: {@code local/xray}
 */
public record ImagePart(String name, String module) {

    public static List<ImagePart> all() {
        return Stream.concat(
                        ShopService.ALL.stream().map(service -> new ImagePart(service.name(), service.name())),
                        Stream.of(
                                new ImagePart("xray-local", "local/xray"),
                                new ImagePart("capacitydb", "local/dynamodb"),
                                new ImagePart("loadgenerator", "traffic/loadgenerator"),
                                new ImagePart("randomizer", "traffic/randomizer")))
                .toList();
    }

    /** Lays the runnable jar out as {@code deploy/Dockerfile} expects it, a folder for each image layer. */
    public Path context(ShopFolder folder) throws IOException {
        AppFolder layout = new AppFolder(folder.images().resolve(name), name);
        Path jar = folder.jar(module, name);
        if (!Files.exists(jar)) {
            throw new UserError(folder.shown(jar) + " is missing; mvn -DskipTests package builds it.");
        }
        if (!layout.isLaidOutFrom(jar)) {
            layout.layOutFrom(jar);
            separateOwnLibraries(layout.folder());
        }
        addAgent(folder, layout.folder());
        Files.copy(
                folder.root().resolve("deploy/train"),
                layout.folder().resolve("train"),
                StandardCopyOption.REPLACE_EXISTING);
        return layout.folder();
    }

    /** OpenTelemetry's agent, which a service's image has for {@code deploy/opentelemetry}; an empty folder for other parts. */
    private void addAgent(ShopFolder folder, Path context) throws IOException {
        Path agent = Files.createDirectories(context.resolve("agent"));
        if (ShopService.ALL.stream().anyMatch(service -> service.name().equals(name))) {
            for (String jar : OpenTelemetryAgent.JARS) {
                Path built = OpenTelemetryAgent.folder(folder).resolve(jar);
                if (!Files.exists(built)) {
                    throw new UserError(folder.shown(built) + " is missing; mvn -DskipTests package builds it.");
                }
                Files.copy(built, agent.resolve(jar), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void separateOwnLibraries(Path context) throws IOException {
        Path own = Files.createDirectories(context.resolve("own"));
        try (Stream<Path> libraries = Files.list(context.resolve("lib"))) {
            for (Path library : libraries
                    .filter(l -> l.toString().endsWith("-SNAPSHOT.jar"))
                    .toList()) {
                Files.move(library, own.resolve(library.getFileName()));
            }
        }
    }
}
