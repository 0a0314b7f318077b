package com.anycompany.shop.system;

import org.jsoup.Connection;
import org.jsoup.nodes.Document;

/**
 * A page, and the trace that tells how it came about.
 *
 * @param location where a redirect leads; else empty
 */
record Answer(int status, String traceId, String location, Document page) {

    static Answer of(Connection.Response response, Document page) {
        String header = response.hasHeader("X-Amzn-Trace-Id") ? response.header("X-Amzn-Trace-Id") : "";
        String location = response.hasHeader("Location") ? response.header("Location") : "";
        return new Answer(response.statusCode(), root(String.valueOf(header)), String.valueOf(location), page);
    }

    static String root(String header) {
        return header.replaceAll(".*Root=([^;]+).*", "$1");
    }
}
