package com.anycompany.xray.local;

import com.anycompany.xray.local.logs.LogStore;
import com.anycompany.xray.local.store.StoreOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command line of X-Ray Local. */
@Command(
        name = "xray-local",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "AWS X-Ray on this machine: the daemon's port for segments, the X-Ray API and a console.",
            "Traces are kept in memory and are gone when it stops, unless it is given a folder with --data."
        })
public final class XRayLocal implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final String LOCALHOST = "localhost";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "UDP and TCP port; 0 is any free one, here and below (XRAY_PORT; default: 2000)")
    private @Nullable String port;

    @Option(
            names = "--otlp-port",
            paramLabel = "PORT",
            description = "Another TCP port for OpenTelemetry's OTLP over HTTP (XRAY_OTLP_PORT; default: 4318)")
    private @Nullable String otlpPort;

    @Option(
            names = "--otlp-grpc-port",
            paramLabel = "PORT",
            description = "Another TCP port for OTLP over gRPC (XRAY_OTLP_GRPC_PORT; default: 4317)")
    private @Nullable String otlpGrpcPort;

    @Option(
            names = "--no-otlp",
            description = "No other ports for OTLP; --port takes it all the same (XRAY_NO_OTLP=true)")
    private boolean noOtlp;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen at, such as 0.0.0.0 or [::] for all, IPv6 included (XRAY_BIND; default:"
                    + " localhost, which is 127.0.0.1 and [::1], so only this machine can connect)")
    private @Nullable String bind;

    @Option(
            names = "--allowed-host",
            paramLabel = "NAME",
            description =
                    "Another host name by which browsers and clients may call it (XRAY_ALLOWED_HOSTS, with commas)")
    private @Nullable List<String> allowedHosts;

    @Option(
            names = "--max-bytes",
            paramLabel = "BYTES",
            description = "Most memory for traces (XRAY_STORE_MAX_BYTES; default: 512 MB, at most half of the heap)")
    private @Nullable String maxBytes;

    @Option(
            names = "--max-log-bytes",
            paramLabel = "BYTES",
            description = "Most memory for the log records of traces (XRAY_LOGS_MAX_BYTES; default: 32 MB, at most a"
                    + " sixteenth of the heap)")
    private @Nullable String maxLogBytes;

    @Option(
            names = "--retention",
            paramLabel = "DURATION",
            description = "How long traces are kept (XRAY_STORE_RETENTION; default: PT24H)")
    private @Nullable String retention;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Keeps traces, groups and rules here, too: a restart brings them back (XRAY_DATA)")
    private @Nullable String data;

    private final Settings settings;
    private final CountDownLatch closed = new CountDownLatch(1);

    XRayLocal(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        // Jetty would log each request with an invalid Host, which is answered with 400.
        System.setProperty("org.slf4j.simpleLogger.log.org.eclipse.jetty.util.HostPort", "off");
        Settings settings = new Settings(System.getenv()::get, System.getProperties()::getProperty);
        System.exit(new CommandLine(new XRayLocal(settings)).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        XRayLocalServer.Options options;
        try {
            options = options();
        } catch (IllegalArgumentException | UnknownHostException e) {
            System.err.println("xray-local: " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        try (XRayLocalServer server = XRayLocalServer.start(options, Clock.systemUTC())) {
            announce(options, server);
            awaitStop();
        } catch (IOException e) {
            System.err.println("xray-local: " + (isBusy(e) ? busy(options) : e.getMessage()));
            return FAILED;
        }
        closed.countDown();
        return 0;
    }

    private static boolean isBusy(IOException e) {
        return e instanceof BindException || e.getCause() instanceof BindException;
    }

    private static String busy(XRayLocalServer.Options options) {
        return "port %d on %s is in use or not available; stop what uses it, or give another one with --port"
                .formatted(options.port(), XRayLocalServer.hostInUrl(options.bind()));
    }

    private XRayLocalServer.Options options() throws UnknownHostException {
        Duration kept = duration(settings.get(retention, "xray.store.retention", "PT24H"));
        long bytes = settings.getBytes(maxBytes, "xray.store.max-bytes", StoreOptions.defaultBytes());
        long heap = Runtime.getRuntime().maxMemory();
        long logBytes = settings.getBytes(maxLogBytes, "xray.logs.max-bytes", LogStore.defaultBytes());
        checkMemory("xray.store.max-bytes", bytes, heap);
        LogStore.checkMaxBytes(logBytes);
        checkMemory("xray.logs.max-bytes", logBytes, heap - bytes);
        String hosts =
                settings.get(allowedHosts == null ? null : String.join(",", allowedHosts), "xray.allowed-hosts", "");
        String folder = settings.get(data, "xray.data", "");
        String address = settings.get(bind, "xray.bind", LOCALHOST).strip();
        boolean localhost = address.equalsIgnoreCase(LOCALHOST);
        return new XRayLocalServer.Options(
                localhost ? InetAddress.getByName("127.0.0.1") : address(address),
                localhost ? ifThere(InetAddress.getByName("::1")) : null,
                portNumber(port, "xray.port", 2000),
                names(hosts),
                new StoreOptions(bytes, kept),
                logBytes,
                otlpPorts(),
                folder.isBlank() ? null : Path.of(folder));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "xray.bind is \"" + text + "\"; give an address of this machine, such as 0.0.0.0 or [::1]", e);
        }
    }

    /** Null on a machine that doesn't have the address, such as one without IPv6. */
    private static @Nullable InetAddress ifThere(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) == null ? null : address;
        } catch (SocketException e) {
            return null;
        }
    }

    private static void checkMemory(String name, long bytes, long memory) {
        if (bytes > memory / 10 * 8) {
            throw new IllegalArgumentException("%s is %d MB, but the heap has %d MB for it; give less, or a larger -Xmx"
                    .formatted(name, bytes >> 20, memory >> 20));
        }
    }

    private OtlpPorts.@Nullable Numbers otlpPorts() {
        if (noOtlp || Boolean.parseBoolean(settings.get(null, "xray.no-otlp", "false"))) {
            return null;
        }
        OtlpPorts.Numbers usual = OtlpPorts.Numbers.USUAL;
        return new OtlpPorts.Numbers(
                portNumber(otlpGrpcPort, "xray.otlp.grpc-port", usual.grpc()),
                portNumber(otlpPort, "xray.otlp.port", usual.http()));
    }

    private int portNumber(@Nullable String flag, String name, int otherwise) {
        long number = settings.getNumber(flag, name, otherwise);
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException(
                    name + " is " + number + "; give a port from 0 to 65535, 0 for a free one");
        }
        return (int) number;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "xray.store.retention is \"" + text + "\"; give a duration such as PT24H", e);
        }
    }

    private static Set<String> names(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static void announce(XRayLocalServer.Options options, XRayLocalServer server) {
        boolean loopback = options.bind().isLoopbackAddress();
        System.out.printf(
                "X-Ray Local %s  UDP and TCP %s:%d  %sconsole http://%s:%d  %s%n",
                version(),
                XRayLocalServer.hostInUrl(options.bind()),
                server.port(),
                server.otlpPorts().announcement(),
                loopback ? LOCALHOST : XRayLocalServer.hostInUrl(options.bind()),
                server.port(),
                options.data() == null
                        ? "traces in memory only"
                        : "traces in %s (%,d documents found)".formatted(options.data(), server.found()));
        server.otlpPorts().warnings().forEach(warning -> System.err.println("xray-local: " + warning));
        if (!loopback) {
            System.out.println("Everybody who reaches this address can read and write traces: there is no login."
                    + " Calls under a host name need --allowed-host NAME.");
        }
    }

    private static String version() {
        String version = XRayLocal.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    /** Waits for SIGTERM or Ctrl-C. The shutdown hook then delays the JVM's exit until the server is closed. */
    private void awaitStop() throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.countDown();
                            awaitClosed();
                        },
                        "stop"));
        stop.await();
    }

    private void awaitClosed() {
        try {
            if (!closed.await(5, TimeUnit.SECONDS)) {
                System.err.println("xray-local: not everything was closed within 5 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
