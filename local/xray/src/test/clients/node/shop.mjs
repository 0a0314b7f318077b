// A tiny program with OpenTelemetry for JavaScript; records errors, and prints the ids of their traces.
import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { NodeSDK } from "@opentelemetry/sdk-node";

const sdk = new NodeSDK({ serviceName: "node-shop", instrumentations: [] });
sdk.start();

async function place() {
  await null;
  throw new TypeError("order failed"); // thrown here
}

async function checkout(work) {
  const span = trace.getTracer("shop").startSpan("checkout", { kind: SpanKind.SERVER });
  try {
    await work();
  } catch (error) {
    span.recordException(error);
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
  console.log(span.spanContext().traceId);
}

await checkout(place);
await checkout(() => [1].map(() => JSON.parse("no JSON"))); // parsed here
await checkout(() => eval("null.x")); // evaluated here
await sdk.shutdown();
