"""A tiny program with OpenTelemetry for Python; records exceptions, and prints the ids of their traces."""

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.trace import SpanKind, Status, StatusCode

provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(OTLPSpanExporter()))
tracer = provider.get_tracer("shop")


def insert():
    raise KeyError("duplicate")  # inserted here


def place():
    try:
        insert()
    except KeyError as error:
        failure = ValueError("order failed")
        if hasattr(failure, "add_note"):
            failure.add_note("while placing an order")
        raise failure from error  # raised here


def parse():
    compile("x = = 1", "<rule>", "exec")  # compiled here


for work in (place, parse):
    with tracer.start_as_current_span("checkout", kind=SpanKind.SERVER, record_exception=False) as span:
        print(format(span.get_span_context().trace_id, "032x"))
        try:
            work()
        except Exception as error:
            span.record_exception(error)
            span.set_status(Status(StatusCode.ERROR))
provider.shutdown()
