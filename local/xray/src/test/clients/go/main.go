// A tiny program with OpenTelemetry for Go; records an error and a panic, and prints the ids of their traces.
package main

import (
	"context"
	"errors"
	"fmt"

	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

func main() {
	exporter, err := otlptracehttp.New(context.Background())
	if err != nil {
		panic(err)
	}
	provider := sdk.NewTracerProvider(sdk.WithSyncer(exporter))
	tracer := provider.Tracer("shop")
	fail(tracer)
	recovered(tracer)
	if err := provider.Shutdown(context.Background()); err != nil {
		panic(err)
	}
}

func start(tracer trace.Tracer, name string) trace.Span {
	_, span := tracer.Start(context.Background(), name, trace.WithSpanKind(trace.SpanKindServer))
	fmt.Println(span.SpanContext().TraceID())
	return span
}

func fail(tracer trace.Tracer) {
	span := start(tracer, "checkout")
	defer span.End()
	span.RecordError(errors.New("order failed"), trace.WithStackTrace(true)) // recorded here
	span.SetStatus(codes.Error, "order failed")
}

func recovered(tracer trace.Tracer) {
	defer func() { _ = recover() }()
	span := start(tracer, "panicking")
	defer span.End(trace.WithStackTrace(true))
	third([]int{1, 2})
}

func third(items []int) int {
	return items[len(items)] // panics here
}
