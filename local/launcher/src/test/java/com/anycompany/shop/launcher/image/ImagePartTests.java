package com.anycompany.shop.launcher.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.plan.ShopFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePartTests {

    private static final ImagePart FRONTEND = new ImagePart("frontend", "frontend");

    @TempDir
    private Path root;

    @BeforeEach
    void trainingScript() throws IOException {
        Files.createDirectories(root.resolve("deploy"));
        Files.writeString(root.resolve("deploy/train"), "train");
        Path agent = Files.createDirectories(root.resolve("xray-agent-extension/target/app"));
        Files.writeString(agent.resolve("opentelemetry-javaagent.jar"), "agent");
        Files.writeString(agent.resolve("xray-agent-extension.jar"), "extension");
    }

    @Test
    void context_hasAFolderForEachLayer() throws IOException {
        runnableJar();

        Path context = FRONTEND.context(new ShopFolder(root));

        assertThat(context.resolve("lib/spring-core-7.0.jar")).exists();
        assertThat(context.resolve("own/xray-spring-boot-starter-0.1.0-SNAPSHOT.jar"))
                .exists();
        assertThat(context.resolve("lib/xray-spring-boot-starter-0.1.0-SNAPSHOT.jar"))
                .doesNotExist();
        assertThat(context.resolve("frontend.jar")).exists();
        assertThat(context.resolve("train")).hasContent("train");
        assertThat(context.resolve("agent/opentelemetry-javaagent.jar")).hasContent("agent");
        assertThat(context.resolve("agent/xray-agent-extension.jar")).hasContent("extension");
    }

    @Test
    void secondContextOfTheSameJar_keepsItsFiles() throws IOException {
        runnableJar();
        Path library = FRONTEND.context(new ShopFolder(root)).resolve("lib/spring-core-7.0.jar");
        Files.writeString(library, "touched");

        FRONTEND.context(new ShopFolder(root));

        assertThat(library).hasContent("touched");
    }

    @Test
    void missingJar_isRefusedWithTheCommandThatBuildsIt() {
        assertThatThrownBy(() -> FRONTEND.context(new ShopFolder(root)))
                .isInstanceOf(UserError.class)
                .hasMessage("frontend/target/app/frontend.jar is missing; mvn -DskipTests package builds it.");
    }

    private void runnableJar() throws IOException {
        Path jar = root.resolve("frontend/target/app/frontend.jar");
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            manifest(entries);
            entry(entries, "BOOT-INF/classes/application.yaml");
            library(entries, "spring-core-7.0.jar");
            library(entries, "xray-spring-boot-starter-0.1.0-SNAPSHOT.jar");
        }
    }

    private static void manifest(JarOutputStream entries) throws IOException {
        entries.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
        entries.write("Manifest-Version: 1.0\nStart-Class: com.example.Frontend\n\n".getBytes());
        entries.closeEntry();
    }

    private static void entry(JarOutputStream entries, String name) throws IOException {
        entries.putNextEntry(new ZipEntry(name));
        entries.closeEntry();
    }

    private static void library(JarOutputStream entries, String name) throws IOException {
        entries.putNextEntry(new ZipEntry("BOOT-INF/lib/" + name));
        JarOutputStream library = new JarOutputStream(entries);
        manifest(library);
        library.finish();
        entries.closeEntry();
    }
}
