package com.anycompany.xray.local.http;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Deadline of a gRPC call: the header {@code grpc-timeout}, up to eight digits and a unit, such as {@code 10S} or {@code 250m}
 * (gRPC over HTTP/2, "Requests").
 */
public final class GrpcTimeout {

    private static final String HEADER = "grpc-timeout";
    private static final Pattern FORM = Pattern.compile("([0-9]{1,8})([HMSmun])");

    private GrpcTimeout() {}

    /** The time that the client waits; null if there is no such header, or one of another form. */
    static @Nullable Duration of(HttpFields headers) {
        return parse(headers.get(HEADER));
    }

    /** The same of a request that has been received. */
    public static @Nullable Duration of(HttpRequest request) {
        return parse(request.header(HEADER));
    }

    static @Nullable Duration parse(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        if (!form.matches()) {
            return null;
        }
        ChronoUnit unit =
                switch (form.group(2)) {
                    case "H" -> ChronoUnit.HOURS;
                    case "M" -> ChronoUnit.MINUTES;
                    case "S" -> ChronoUnit.SECONDS;
                    case "m" -> ChronoUnit.MILLIS;
                    case "u" -> ChronoUnit.MICROS;
                    default -> ChronoUnit.NANOS;
                };
        return Duration.of(Long.parseLong(form.group(1)), unit);
    }
}
