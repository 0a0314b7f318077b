package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.Durations;
import com.anycompany.shop.commandline.Stopwatch;
import com.anycompany.shop.loadgenerator.SessionEnded.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/**
 * HTTP client of one shopper: keeps its own cookies, follows redirects, submits forms with the values that the page put into
 * them, and counts each request.
 */
final class Browser {

    static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int REDIRECTS = 5;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final URI storefront;
    private final Traffic traffic;

    Browser(HttpClient http, URI storefront, Traffic traffic) {
        this.http = http;
        this.storefront = storefront;
        this.traffic = traffic;
    }

    /** Opens a link; answers of 400 and above end the session unless they are among those expected. */
    Page open(String href, int... expected) throws SessionEnded {
        return send("GET", storefront.resolve(href), "", expected);
    }

    /** Sends a form as the page filled it in, with the shopper's own answers in place of the page's. */
    Page submit(Page page, FormElement form, Map<String, String> answers, int... expected) throws SessionEnded {
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(answers);
        URI action = page.address().resolve(form.attr("action"));
        String query = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return form.attr("method").toUpperCase(Locale.ROOT).equals("POST")
                ? send("POST", action, query, expected)
                : send("GET", action.resolve(action.getPath() + "?" + query), "", expected);
    }

    private Page send(String method, URI address, String body, int... expected) throws SessionEnded {
        HttpResponse<byte[]> response = exchange(method, address, body);
        URI at = address;
        for (int hop = 0; isRedirect(response) && hop < REDIRECTS; hop++) {
            at = at.resolve(response.headers().firstValue("Location").orElse("/"));
            response = exchange("GET", at, "");
        }
        int status = response.statusCode();
        if (status >= 300 && Arrays.stream(expected).noneMatch(one -> one == status)) {
            Route route = Route.of(at.equals(address) ? method : "GET", at);
            traffic.unexpectedError(route, status + " from " + route.name());
            throw new SessionEnded(Reason.ERROR_PAGE);
        }
        return read(at, response);
    }

    private HttpResponse<byte[]> exchange(String method, URI address, String body) throws SessionEnded {
        Route route = Route.of(method, address);
        Stopwatch stopwatch = Stopwatch.started();
        try {
            HttpResponse<byte[]> response = http.send(request(method, address, body), BodyHandlers.ofByteArray());
            traffic.answered(route, stopwatch.elapsed());
            cookies.put(address, response.headers().map());
            return response;
        } catch (IOException noAnswer) {
            traffic.unanswered(route, kind(noAnswer));
            throw new SessionEnded(Reason.UNREACHABLE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SessionEnded(Reason.LOAD_ENDS);
        }
    }

    private HttpRequest request(String method, URI address, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("User-Agent", "AnyCompany-Shopper/1.0 (load generator)")
                .header("Accept", "text/html");
        for (String cookie : cookies.get(address, Map.of()).getOrDefault("Cookie", List.of())) {
            request.header("Cookie", cookie);
        }
        return method.equals("POST")
                ? request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build()
                : request.GET().build();
    }

    private static Page read(URI address, HttpResponse<byte[]> response) throws SessionEnded {
        try {
            return new Page(
                    address,
                    response.statusCode(),
                    Jsoup.parse(new ByteArrayInputStream(response.body()), null, address.toString()));
        } catch (IOException unreadable) {
            throw new SessionEnded(Reason.ERROR_PAGE);
        }
    }

    private static boolean isRedirect(HttpResponse<?> response) {
        return switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    static String kind(IOException noAnswer) {
        if (noAnswer instanceof HttpTimeoutException) {
            return "no answer within " + Durations.units(TIMEOUT);
        }
        return noAnswer instanceof ConnectException ? "connection refused" : "connection broken";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
