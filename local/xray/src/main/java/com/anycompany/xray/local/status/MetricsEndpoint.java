package com.anycompany.xray.local.status;

import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;

/** Metrics under {@code /actuator}, as Spring Boot serves them: as JSON, and in Prometheus' text format. */
public final class MetricsEndpoint implements Endpoint {

    private static final String PROMETHEUS = "/actuator/prometheus";
    private static final String METRICS = "/actuator/metrics";
    private static final String METRIC = METRICS + "/";

    private final Metrics metrics;

    public MetricsEndpoint(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean serves(String method, String path) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return reads && (path.equals(PROMETHEUS) || path.equals(METRICS) || path.startsWith(METRIC));
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        String path = request.path();
        if (path.equals(PROMETHEUS)) {
            String text = metrics.registry().scrape();
            return HttpResponse.text("text/plain; version=0.0.4; charset=utf-8", text)
                    .uncached();
        }
        return HttpResponse.json((path.equals(METRICS)
                                ? MetricOutput.names(metrics.registry())
                                : MetricOutput.of(
                                        metrics.registry(), path.substring(METRIC.length()), request.parameters("tag")))
                        .json())
                .uncached();
    }
}
