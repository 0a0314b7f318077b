// Connect page: commands that send traces to X-Ray Local and read them.
import { el } from "../base/dom.js";
import { daemonAddress, snippet } from "../ui/snippet.js";

export class ConnectPage {
  element = el("section", { class: "card connect" }, el("h2", {}, "Point your programs here"), snippets());

  async refresh() {}
}

function snippets() {
  const address = daemonAddress();
  const [host, port] = address.split(":");
  const origin = `http://${address}`;
  const parts = [
    [
      "X-Ray SDK, any language",
      "The SDKs look at 127.0.0.1:2000 by themselves; elsewhere they are told:",
      `export AWS_XRAY_DAEMON_ADDRESS=${address}`,
    ],
    [
      "OpenTelemetry, any language",
      "OTLP over HTTP:",
      `export OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=${origin}/v1/traces\nexport OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf`,
    ],
    [
      "X-Ray daemon",
      "It sends on to here. Its own port must be another one:",
      `Socket:\n  UDPAddress: "127.0.0.1:2001"\nEndpoint: "${origin}"\nLocalMode: true`,
    ],
    [
      "AWS CLI, or any AWS SDK",
      "With any credentials:",
      `aws xray get-service-graph --endpoint-url ${origin} --region us-east-1 \\\n  --start-time $(($(date +%s) - 300)) --end-time $(date +%s)`,
    ],
    [
      "Something happened",
      "Marks a moment on every time axis of this console:",
      `curl -d '{"type":"deployment","title":"orders 1.4"}' ${origin}/local/events`,
    ],
    [
      "One document by hand",
      "The daemon's protocol, in bash. Header and document are one datagram, so cat sends them at once:",
      documentByHand(host, port),
    ],
  ];
  return parts.map(([title, words, code]) => [el("h3", {}, title), el("p", { class: "hint" }, words), snippet(code)]);
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
