package com.anycompany.xray.local.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest rejected documents with the reasons, which X-Ray itself doesn't tell. */
public final class Rejections {

    private static final int KEPT = 200;
    private static final int SNIPPET = 500;

    private final Deque<Rejection> latest = new ArrayDeque<>();

    /** @param source how it came: {@code udp}, {@code api} or {@code otlp} */
    public record Rejection(
            long millis,
            String source,
            String code,
            String detail,
            @Nullable String id,
            int bytes,
            String snippet) {}

    void add(Rejection rejection) {
        synchronized (latest) {
            if (latest.size() == KEPT) {
                latest.removeLast();
            }
            latest.addFirst(rejection);
        }
    }

    /** Newest first. */
    public List<Rejection> latest() {
        synchronized (latest) {
            return Collections.unmodifiableList(new ArrayList<>(latest));
        }
    }

    static String snippet(String document) {
        if (document.length() <= SNIPPET) {
            return document;
        }
        int end = Character.isHighSurrogate(document.charAt(SNIPPET - 1)) ? SNIPPET - 1 : SNIPPET;
        return document.substring(0, end) + "…";
    }
}
