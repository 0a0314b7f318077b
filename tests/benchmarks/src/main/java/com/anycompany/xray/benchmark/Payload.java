package com.anycompany.xray.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes to be sent again and again, each time with another round written into its trace ids. */
final class Payload {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern TRACE_ID =
            Pattern.compile("(?:1-[0-9a-f]{8}-|\"traceId\":\"[0-9a-f]{8})" + SampleTraces.ROUND);

    private final byte[] bytes;
    private final int[] rounds;
    private final int documents;

    private Payload(byte[] bytes, int[] rounds, int documents) {
        this.bytes = bytes;
        this.rounds = rounds;
        this.documents = documents;
    }

    static Payload of(String text, int documents) {
        List<Integer> places = new ArrayList<>();
        Matcher found = TRACE_ID.matcher(text);
        while (found.find()) {
            places.add(found.end() - SampleTraces.ROUND.length());
        }
        int[] rounds = places.stream().mapToInt(Integer::intValue).toArray();
        return new Payload(text.getBytes(StandardCharsets.US_ASCII), rounds, documents);
    }

    /** One datagram for each segment. */
    static List<Payload> datagrams(List<SampleTraces.Trace> traces) {
        List<Payload> datagrams = new ArrayList<>();
        for (SampleTraces.Trace trace : traces) {
            trace.documents()
                    .forEach(document -> datagrams.add(of("{\"format\": \"json\", \"version\": 1}\n" + document, 1)));
        }
        return datagrams;
    }

    /** Bodies of PutTraceSegments with up to fifty documents. */
    static List<Payload> xrayBodies(List<SampleTraces.Trace> traces) {
        List<String> documents =
                traces.stream().flatMap(trace -> trace.documents().stream()).toList();
        List<Payload> bodies = new ArrayList<>();
        for (int i = 0; i < documents.size(); i += 50) {
            List<String> batch = documents.subList(i, Math.min(documents.size(), i + 50));
            List<String> quoted = batch.stream()
                    .map(document -> '"' + document.replace("\"", "\\\"") + '"')
                    .toList();
            bodies.add(of("{\"TraceSegmentDocuments\":[" + String.join(",", quoted) + "]}", batch.size()));
        }
        return bodies;
    }

    /** Bodies of Zipkin's v2 API with eight traces: 96 spans, its clients' usual size. */
    static List<Payload> zipkinBodies(List<SampleTraces.Trace> traces) {
        List<Payload> bodies = new ArrayList<>();
        for (int i = 0; i < traces.size(); i += 8) {
            List<String> spans = traces.subList(i, Math.min(traces.size(), i + 8)).stream()
                    .flatMap(trace -> trace.spans().stream())
                    .toList();
            bodies.add(of("[" + String.join(",", spans) + "]", spans.size()));
        }
        return bodies;
    }

    /** The bytes for this round; the same array each time. */
    byte[] forRound(int round) {
        for (int place : rounds) {
            for (int i = 0, rest = round; i < 8; i++, rest >>>= 4) {
                bytes[place + 7 - i] = DIGITS[rest & 15];
            }
        }
        return bytes;
    }

    int documents() {
        return documents;
    }
}
