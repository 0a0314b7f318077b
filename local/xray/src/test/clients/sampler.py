"""The sampler of AWS's distribution of OpenTelemetry for Python: requests that fail, and are sampled once there is a boost.

Arguments: the address of X-Ray Local. Prints how many requests it took until one was sampled, and fails if none was.
"""

import sys
import time

from amazon.opentelemetry.distro.always_record_sampler import AlwaysRecordSampler
from amazon.opentelemetry.distro.sampler.aws_xray_remote_sampler import AwsXRayRemoteSampler
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter
from opentelemetry.trace import SpanKind

DEADLINE_SECONDS = 60


class AnomalyReporter(SpanProcessor):
    """Shows each span to the sampler, as the distribution does; sampled or not, it may be an anomaly."""

    def __init__(self, sampler):
        self.sampler = sampler
        self.sampled = False

    def on_end(self, span):
        self.sampled |= span.context.trace_flags.sampled
        self.sampler.adapt_sampling(span)


resource = Resource({"service.name": "orders"})
sampler = AwsXRayRemoteSampler(resource, endpoint="http://" + sys.argv[1])
sampler.set_span_exporter(ConsoleSpanExporter(out=sys.stderr))
reporter = AnomalyReporter(sampler)
provider = TracerProvider(resource=resource, sampler=AlwaysRecordSampler(sampler))
provider.add_span_processor(reporter)
tracer = provider.get_tracer("sampler")

time.sleep(1)  # until it has fetched the rules
requests = 0
end = time.monotonic() + DEADLINE_SECONDS
while not reporter.sampled and time.monotonic() < end:
    attributes = {"http.status_code": 500, "http.method": "GET", "http.target": "/orders"}
    tracer.start_span("GET /orders", kind=SpanKind.SERVER, attributes=attributes).end()
    requests += 1
    time.sleep(0.05)
print(requests)
sys.exit(0 if reporter.sampled else 1)
