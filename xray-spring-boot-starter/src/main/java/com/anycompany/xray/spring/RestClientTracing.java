package com.anycompany.xray.spring;

import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Namespace;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.ThrowableDescription;
import com.amazonaws.xray.entities.TraceHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * HTTP client interceptor: records each attempt of a call as a subsegment with the name of the called service. This is its HTTP
 * service group, otherwise the request's attribute {@value #NAME_ATTRIBUTE}, otherwise the host.
 *
 * <ol>
 *   <li>The subsegment begins, and its id is sent in X-Amzn-Trace-Id.
 *   <li>The subsegment gets the status or the exception.
 *   <li>It ends when the response's headers have been received; the caller reads the body later.
 * </ol>
 */
final class RestClientTracing implements ClientHttpRequestInterceptor {

    static final String NAME_ATTRIBUTE = "xray.name";

    private final Subsegments subsegments;
    private final @Nullable SegmentName name;

    RestClientTracing(Subsegments subsegments) {
        this(subsegments, null);
    }

    private RestClientTracing(Subsegments subsegments, @Nullable SegmentName name) {
        this.subsegments = subsegments;
        this.name = name;
    }

    RestClientTracing named(String service) {
        return new RestClientTracing(subsegments, new SegmentName(service));
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        Entity parent = subsegments.current();
        if (parent == null) {
            return execution.execute(request, body);
        }
        Subsegment call = subsegments.begin(nameOf(request), parent);
        propagate(request, call == null ? parent : call);
        subsegments.record(call, s -> describe(s, request));
        try {
            ClientHttpResponse response = execution.execute(request, body);
            subsegments.record(call, s -> answered(s, response));
            return response;
        } catch (IOException | RuntimeException | Error e) {
            subsegments.record(call, s -> failed(s, e, request.getURI()));
            throw e;
        } finally {
            subsegments.end(call, parent);
        }
    }

    private SegmentName nameOf(HttpRequest request) {
        if (name != null) {
            return name;
        }
        Object attribute = request.getAttributes().get(NAME_ATTRIBUTE);
        String host = request.getURI().getHost();
        return new SegmentName(attribute != null ? attribute.toString() : host != null ? host : "");
    }

    private static void propagate(HttpRequest request, Entity entity) {
        request.getHeaders()
                .set(TraceHeader.HEADER_KEY, TraceHeader.fromEntity(entity).toString());
    }

    private static void describe(Subsegment call, HttpRequest request) {
        call.setNamespace(Namespace.REMOTE.toString());
        call.putHttp("request", Map.of("method", request.getMethod().name(), "url", withoutQuery(request.getURI())));
    }

    private static void answered(Subsegment call, ClientHttpResponse response) {
        int status;
        try {
            status = response.getStatusCode().value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long length = response.getHeaders().getContentLength();
        Map<String, Object> http = new HashMap<>();
        http.put("status", status);
        if (length >= 0) {
            http.put("content_length", length);
        }
        call.putHttp("response", http);
        if (status == 429) {
            call.setThrottle(true);
        } else if (status >= 500) {
            call.setFault(true);
        } else if (status >= 400) {
            call.setError(true);
        }
    }

    private static void failed(Subsegment call, Throwable exception, URI uri) {
        call.addException(exception);
        for (ThrowableDescription description : call.getCause().getExceptions()) {
            // The JDK's client throws an exception without a message if the connection is refused.
            if (description.getThrowable() == exception && description.getMessage() == null) {
                description.setMessage("No answer from " + uri.getAuthority());
            }
        }
    }

    private static String withoutQuery(URI uri) {
        String url = uri.toString();
        int end = url.indexOf('?');
        return end < 0 ? url : url.substring(0, end);
    }
}
