// A tiny program with the X-Ray SDK for Node.js, in which a call fails and is handled, then another one that isn't; prints the id
// of its trace. Argument: the address of X-Ray Local.
import http from "node:http";
import AWSXRay from "aws-xray-sdk-core";

const [host, port] = process.argv[2].split(":");

async function pay() {
  throw new TypeError("card declined");
}

async function write() {
  throw new RangeError("disk is full");
}

const get = (path) =>
  new Promise((resolve, reject) => http.get({ host, port, path }, (answer) => answer.resume().on("end", resolve)).on("error", reject));

/** Runs a part as a subsegment, which says whether it failed. */
const part = (name, work) =>
  AWSXRay.captureAsyncFunc(name, async (subsegment) => {
    try {
      await work();
      subsegment.close();
    } catch (error) {
      subsegment.close(error);
      throw error;
    }
  });

AWSXRay.captureHTTPsGlobal(http);
const segment = new AWSXRay.Segment("node-shop");
segment.addAnnotation("tenant", "acme");
await AWSXRay.getNamespace().runPromise(async () => {
  AWSXRay.setSegment(segment);
  await get("/actuator/health");
  await part("audit", () => part("disk", write)).catch(() => {});
  try {
    await part("payments", pay);
    segment.close();
  } catch (error) {
    segment.close(error);
  }
});
console.log(segment.trace_id);
