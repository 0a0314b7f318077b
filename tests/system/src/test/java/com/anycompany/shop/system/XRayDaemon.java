package com.anycompany.shop.system;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** AWS's own X-Ray daemon as a process, sending to an X-Ray Local. */
final class XRayDaemon implements AutoCloseable {

    private static final String BUILT = "local/xray/target/clients/xray-daemon";

    private final Process process;

    private XRayDaemon(Process process) {
        this.process = process;
    }

    /** What {@code XRAY_DAEMON} names, else the one that was built for the tests, else one on the path. */
    static Optional<Path> program() {
        String named = System.getenv("XRAY_DAEMON");
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "xray-daemon"));
        return Stream.concat(
                        Stream.of(
                                named == null || named.isBlank()
                                        ? Repository.root().resolve(BUILT)
                                        : Path.of(named)),
                        onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static XRayDaemon start(int port, String xray, Path folder) throws IOException {
        Path config = folder.resolve("daemon.yaml");
        Files.writeString(config, """
                Version: 2
                Region: us-east-1
                Endpoint: "%s"
                LocalMode: true
                Socket:
                  UDPAddress: "127.0.0.1:%d"
                  TCPAddress: "127.0.0.1:%d"
                """.formatted(xray, port, port));
        ProcessBuilder builder = new ProcessBuilder(program().orElseThrow().toString(), "--config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("daemon.log").toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", "local");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "local");
        XRayDaemon daemon = new XRayDaemon(builder.start());
        await().until(() -> !daemon.process.isAlive() || !ShopPorts.isFree(port));
        return daemon;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
