package com.anycompany.xray.local.http;

import com.anycompany.xray.local.config.ConfigurationJournal;
import com.anycompany.xray.local.console.StaticFiles;
import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operation;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.status.Events;
import com.anycompany.xray.local.status.LocalEndpoints;
import com.anycompany.xray.local.status.MetricAnswer;
import com.anycompany.xray.local.status.Metrics;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds who answers a request: the X-Ray API, X-Ray Local's own endpoints, or the console's files. */
final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private static final String METRIC = "/actuator/metrics/";

    private final Operations operations;
    private final ConfigurationJournal journal;
    private final LocalEndpoints local;
    private final Events events;
    private final Metrics metrics;
    private final StaticFiles files = new StaticFiles();

    Router(Operations operations, ConfigurationJournal journal, LocalEndpoints local, Events events, Metrics metrics) {
        this.operations = operations;
        this.journal = journal;
        this.local = local;
        this.events = events;
        this.metrics = metrics;
    }

    Reply route(String method, String path, byte[] body, Request request) {
        try {
            return switch (method) {
                case "POST" -> post(path, body);
                case "GET", "HEAD" -> get(path, request);
                default -> notAllowed(method, path);
            };
        } catch (ApiException e) {
            return Reply.error(e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", method, path, e);
            return Reply.error(500, "InternalFailure", "X-Ray Local failed; its log says why");
        }
    }

    private Reply post(String path, byte[] body) {
        Operation operation = operations.at(path);
        if (operation != null) {
            return Reply.json(journal.call(path, operation, Input.parse(body)));
        }
        if (path.equals("/local/events")) {
            return Reply.json(events.add(Input.parse(body)));
        }
        return Reply.error(404, "UnknownOperationException", "there is no operation at POST " + path);
    }

    private Reply get(String path, Request request) {
        if (operations.at(path) != null) {
            return notAllowed("GET", path);
        }
        if (path.startsWith(METRIC)) {
            String name = path.substring(METRIC.length());
            return json(MetricAnswer.of(metrics.registry(), name, query(request)));
        }
        return switch (path) {
            case "/actuator/health" -> json(new Output().put("status", "UP"));
            case "/actuator/prometheus" ->
                Reply.text(
                        200,
                        "text/plain; version=0.0.4; charset=utf-8",
                        metrics.registry().scrape());
            case "/actuator/metrics" -> json(MetricAnswer.names(metrics.registry()));
            case "/local/status" -> json(local.status());
            case "/local/rejected" -> json(local.rejected());
            case "/local/events" -> json(events(request));
            default ->
                files.get(path, acceptsGzip(request), request.getHeaders().get("If-None-Match"));
        };
    }

    private static Reply json(Output output) {
        return new Reply(200, output.json(), Map.of("Content-Type", "application/json", "Cache-Control", "no-store"));
    }

    private Output events(Request request) {
        Fields query = query(request);
        return events.between(
                millis("start", query.getValue("start"), 0), millis("end", query.getValue("end"), Long.MAX_VALUE));
    }

    private static Fields query(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("the query can't be read: " + e.getMessage());
        }
    }

    private static long millis(String name, @Nullable String seconds, long otherwise) {
        if (seconds == null) {
            return otherwise;
        }
        try {
            return Math.round(Double.parseDouble(seconds) * 1000);
        } catch (NumberFormatException e) {
            throw ApiException.invalid(name + " must be a time in seconds since the epoch");
        }
    }

    private static Reply notAllowed(String method, String path) {
        return Reply.error(405, "UnknownOperationException", method + " is not possible on " + path)
                .with("Allow", "POST");
    }

    private static boolean acceptsGzip(Request request) {
        String encodings = request.getHeaders().get("Accept-Encoding");
        return encodings != null && encodings.contains("gzip");
    }
}
