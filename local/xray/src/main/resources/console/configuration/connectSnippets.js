// Texts of the Connect page: for each language or tool, the lines that connect it.

/** address: host and port → [{ name, label, parts: [{ title, hint, code }] }] */
export function connectSnippets(address) {
  const [host, port] = address.split(":");
  const origin = `http://${address}`;
  const otlp = [
    "export OTEL_SERVICE_NAME=my-service",
    `export OTEL_EXPORTER_OTLP_ENDPOINT=${origin}`,
    "export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
  ].join("\n");
  const daemon = `export AWS_XRAY_DAEMON_ADDRESS=${address}`;
  const withOtlp = (...lines) => [otlp, ...lines].join("\n");
  return [
    {
      name: "any",
      label: "Any language",
      parts: [
        {
          title: "OpenTelemetry",
          hint: "Traces and log records; metrics are answered and not kept. The exporters' own addresses, localhost:4317 for gRPC and localhost:4318 for HTTP, need no settings.",
          code: otlp,
        },
        {
          title: "X-Ray SDK",
          hint: "The SDKs look at 127.0.0.1:2000 by themselves; elsewhere they are told:",
          code: daemon,
        },
        {
          title: "X-Ray daemon",
          hint: "It sends on to here. Its own port must be another one:",
          code: `Socket:\n  UDPAddress: "127.0.0.1:2001"\nEndpoint: "${origin}"\nLocalMode: true`,
        },
      ],
    },
    {
      name: "java",
      label: "Java",
      parts: [
        {
          title: "OpenTelemetry's agent, for any Java program",
          hint: "Without a change to the program:",
          code: withOtlp(
            "curl -LO https://github.com/open-telemetry/opentelemetry-java-instrumentation/releases/latest/download/opentelemetry-javaagent.jar",
            "java -javaagent:opentelemetry-javaagent.jar -jar my-service.jar",
          ),
        },
      ],
    },
    {
      name: "spring",
      label: "Spring Boot",
      parts: [
        {
          title: "Spring Boot 4, application.yaml",
          hint: "With org.springframework.boot:spring-boot-starter-opentelemetry among the dependencies:",
          code: `spring.application.name: my-service
management:
  tracing.sampling.probability: 1.0
  opentelemetry.tracing.export.otlp.endpoint: ${origin}/v1/traces`,
        },
        {
          title: "Spring Boot 3, application.yaml",
          hint: "With spring-boot-starter-actuator, io.micrometer:micrometer-tracing-bridge-otel and io.opentelemetry:opentelemetry-exporter-otlp:",
          code: `spring.application.name: my-service
management:
  tracing.sampling.probability: 1.0
  otlp.tracing.endpoint: ${origin}/v1/traces`,
        },
      ],
    },
    {
      name: "python",
      label: "Python",
      parts: [
        {
          title: "OpenTelemetry",
          hint: "Without a change to the program:",
          code: withOtlp(
            "pip install opentelemetry-distro opentelemetry-exporter-otlp-proto-http",
            "opentelemetry-bootstrap -a install",
            "opentelemetry-instrument python app.py",
          ),
        },
        {
          title: "X-Ray SDK",
          hint: "The program has: from aws_xray_sdk.core import patch_all; patch_all()",
          code: `${daemon}\nexport AWS_XRAY_TRACING_NAME=my-service\npip install aws-xray-sdk\npython app.py`,
        },
      ],
    },
    {
      name: "node",
      label: "Node.js",
      parts: [
        {
          title: "OpenTelemetry",
          hint: "Without a change to the program:",
          code: withOtlp(
            "npm install @opentelemetry/api @opentelemetry/auto-instrumentations-node",
            "node --require @opentelemetry/auto-instrumentations-node/register app.js",
          ),
        },
      ],
    },
    {
      name: "go",
      label: "Go",
      parts: [
        {
          title: "OpenTelemetry, the environment",
          hint: "The exporter reads it:",
          code: withOtlp("go run ."),
        },
        {
          title: "OpenTelemetry, the program",
          hint: "Once at its start; handlers are wrapped with otelhttp.NewHandler:",
          code: `exporter, err := otlptracehttp.New(context.Background())
if err != nil {
	log.Fatal(err)
}
provider := sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter))
defer provider.Shutdown(context.Background())
otel.SetTracerProvider(provider)`,
        },
      ],
    },
    {
      name: "dotnet",
      label: ".NET",
      parts: [
        {
          title: "OpenTelemetry, the environment",
          hint: "The exporter reads it:",
          code: withOtlp(
            "dotnet add package OpenTelemetry.Extensions.Hosting",
            "dotnet add package OpenTelemetry.Instrumentation.AspNetCore",
            "dotnet add package OpenTelemetry.Exporter.OpenTelemetryProtocol",
            "dotnet run",
          ),
        },
        {
          title: "OpenTelemetry, Program.cs",
          hint: "Before builder.Build():",
          code: "builder.Services.AddOpenTelemetry()\n    .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation().AddOtlpExporter());",
        },
      ],
    },
    {
      name: "docker",
      label: "Docker",
      parts: [
        {
          title: "On Linux",
          hint: "A container that shares the network of this machine reaches X-Ray Local as any program does:",
          code: `docker run --network host -e AWS_XRAY_DAEMON_ADDRESS=${address} \\
  -e OTEL_EXPORTER_OTLP_ENDPOINT=${origin} -e OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf my-image`,
        },
        {
          title: "With Docker Desktop",
          hint: "Start X-Ray Local with --allowed-host host.docker.internal, since it refuses names that it doesn't know:",
          code: `docker run -e OTEL_EXPORTER_OTLP_ENDPOINT=http://host.docker.internal:${port} \\
  -e OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf my-image`,
        },
      ],
    },
    {
      name: "cli",
      label: "AWS CLI",
      parts: [
        {
          title: "AWS CLI, or any AWS SDK",
          hint: "Requests are signed, and X-Ray Local takes any signature, so any credentials will do:",
          code: `export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
aws xray get-service-graph --endpoint-url ${origin} \\
  --start-time $(($(date +%s) - 300)) --end-time $(date +%s)`,
        },
      ],
    },
    {
      name: "hand",
      label: "By hand",
      parts: [
        {
          title: "Something happened",
          hint: "Marks a moment on every time axis of this console:",
          code: `curl -d '{"type":"deployment","title":"orders 1.4"}' ${origin}/local/events`,
        },
        {
          title: "One document",
          hint: "The daemon's protocol, in bash. Header and document are one datagram, so cat sends them at once:",
          code: documentByHand(host, port),
        },
      ],
    },
  ];
}

/** A heredoc, because bash's printf writes each line by itself, and so would send two datagrams. */
function documentByHand(host, port) {
  return String.raw`hex() { head -c $1 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
now=$(date +%s)
cat > /dev/udp/${host}/${port} <<END
{"format":"json","version":1}
{"name":"by-hand","id":"$(hex 8)","trace_id":"1-$(printf %08x $now)-$(hex 12)","start_time":$now,"end_time":$now.25}
END`;
}
