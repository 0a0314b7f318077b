package com.anycompany.shop.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.commandline.ProcessEnd;
import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.app.JavaRuntime;
import com.anycompany.shop.launcher.plan.Part;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a dead launcher left, each time with one thing that differs. The part is a JVM that waits, and its health address belongs
 * to the test.
 */
class OrphansTests {

    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    private Path root;

    private ShopFolder folder = new ShopFolder(Path.of("unset"));
    private JavaRuntime java = JavaRuntime.current();
    private HttpServer health;
    private volatile int answer = 200;
    private JavaProcess orphan;

    @BeforeEach
    void partOfADeadLauncher() throws Exception {
        folder = new ShopFolder(root);
        health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        health.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        health.start();
        java = new JavaRuntime(linkedJdk(), Runtime.version());
        buildJar("one");
        AppFolder.of(folder, "cart").layOutFrom(folder.jar(part()));
        orphan = start(part());
    }

    @AfterEach
    void stop() {
        orphan.handle().destroyForcibly();
        health.stop(0);
    }

    @Test
    void partThatServes_asItWouldBeStartedNow_isKept() {
        Orphans.Outcome outcome = keepOrEnd(part());

        assertThat(outcome.kept()).containsOnly(Map.entry("cart", orphan.handle()));
        assertThat(outcome.ended()).isEmpty();
        assertThat(orphan.isAlive()).isTrue();
    }

    @Test
    void partThatDoesNotAnswer_isEnded() {
        answer = 503;

        assertEnded(keepOrEnd(part()));
    }

    @Test
    void partWithAnotherPort_isEnded() {
        assertEnded(keepOrEnd(part(Map.of("SERVER_PORT", "1"))));
    }

    @Test
    void partThatWasBuiltAnew_isEnded() throws IOException {
        buildJar("two");

        assertEnded(keepOrEnd(part()));
    }

    @Test
    void partOfAnotherJdk_isEnded() {
        java = JavaRuntime.current();

        assertEnded(keepOrEnd(part()));
    }

    @Test
    void partThatIsNotWantedThisTime_isEnded() {
        assertEnded(new Orphans(folder, java).keepOrEnd(List.of(part()), List.of(), GRACE));
    }

    @Test
    void processThatRunsSomethingElse_isNotKept_whateverTheFilesSay() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            new RunningParts(folder)
                    .remember(
                            "cart",
                            PartRunner.Program.of(folder, java, part(), false).launchRecord(part()),
                            other.toHandle());

            assertThat(keepOrEnd(part()).kept()).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    private void assertEnded(Orphans.Outcome outcome) {
        assertThat(outcome.kept()).isEmpty();
        assertThat(outcome.ended()).containsExactly("cart");
        assertThat(ProcessEnd.isReached(orphan.handle())).isTrue();
    }

    private Orphans.Outcome keepOrEnd(Part part) {
        return new Orphans(folder, java).keepOrEnd(List.of(part), List.of(part), GRACE);
    }

    private Part part() {
        return part(Map.of());
    }

    private Part part(Map<String, String> environment) {
        return new Part(
                "cart",
                "cart",
                "cart",
                Part.Stage.FOUNDATION,
                health.getAddress().getPort(),
                "/health",
                64,
                environment,
                List.of("--quiet"));
    }

    private JavaProcess start(Part part) {
        PartRunner.Program program = PartRunner.Program.of(folder, java, part, false);
        JavaProcess process = JavaProcess.start(program.command(), part.environment(), folder.log(part.name()));
        new RunningParts(folder).remember(part.name(), program.launchRecord(part), process.handle());
        List<String> arguments = program.command().subList(1, program.command().size());
        org.awaitility.Awaitility.await()
                .until(() -> process.handle()
                        .info()
                        .arguments()
                        .map(List::of)
                        .orElse(List.of())
                        .equals(arguments));
        return process;
    }

    /** The JDK of this test by another name, so that a test can choose one that differs. */
    private Path linkedJdk() throws IOException {
        Path jdk = root.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Path real = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.createSymbolicLink(jdk.resolve("bin/java"), real);
        return jdk;
    }

    private void buildJar(String version) throws IOException {
        Path jar = folder.jar(part());
        Files.createDirectories(jar.getParent());
        Path next = jar.resolveSibling("next.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Start-Class", Waiting.class.getName());
        String waiting = Waiting.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(next);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new ZipEntry("BOOT-INF/classes/" + waiting));
            out.write(
                    Waiting.class.getClassLoader().getResourceAsStream(waiting).readAllBytes());
            out.closeEntry();
            out.putNextEntry(new ZipEntry("BOOT-INF/classes/version.txt"));
            out.write(version.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        Files.move(next, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The part's program. */
    public static final class Waiting {

        private Waiting() {}

        public static void main(String[] args) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
