"""A tiny program with OpenTelemetry for Python that sends a trace, a log record and a metric; prints the id of the trace.

The first argument is grpc or http; where to send is OpenTelemetry's default, or OTEL_EXPORTER_OTLP_ENDPOINT.
"""

import logging
import sys

if sys.argv[1] == "grpc":
    from opentelemetry.exporter.otlp.proto.grpc._log_exporter import OTLPLogExporter
    from opentelemetry.exporter.otlp.proto.grpc.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
else:
    from opentelemetry.exporter.otlp.proto.http._log_exporter import OTLPLogExporter
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

from opentelemetry.sdk._logs import LoggerProvider, LoggingHandler
from opentelemetry.sdk._logs.export import BatchLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import SpanKind

traces = TracerProvider()
traces.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
logs = LoggerProvider()
logs.add_log_record_processor(BatchLogRecordProcessor(OTLPLogExporter()))
metrics = MeterProvider([PeriodicExportingMetricReader(OTLPMetricExporter())])
log = logging.getLogger("shop")
log.addHandler(LoggingHandler(logger_provider=logs))

with traces.get_tracer("shop").start_as_current_span("checkout", kind=SpanKind.SERVER) as span:
    log.warning("cart is empty")
    metrics.get_meter("shop").create_counter("checkouts").add(1)
    print(format(span.get_span_context().trace_id, "032x"))
for provider in (traces, logs, metrics):
    provider.shutdown()
