package com.anycompany.xray.local.otlp;

import static com.anycompany.xray.local.otlp.ExportTree.object;
import static com.anycompany.xray.local.otlp.ExportTree.objects;

import java.util.List;
import java.util.Map;

/** Counts the data points of an export of metrics, which are not read further. */
public final class MetricReader {

    private static final List<String> KINDS = List.of("gauge", "sum", "histogram", "exponentialHistogram", "summary");

    private MetricReader() {}

    public static int countProtobuf(byte[] body) throws InvalidExport {
        return count(ProtobufTree.readMetrics(body));
    }

    public static int countJson(byte[] body) throws InvalidExport {
        return count(ExportTree.readJson(body));
    }

    private static int count(Map<?, ?> export) throws InvalidExport {
        int points = 0;
        for (Map<?, ?> ofResource : objects(export, "resourceMetrics")) {
            for (Map<?, ?> ofScope : objects(ofResource, "scopeMetrics")) {
                for (Map<?, ?> metric : objects(ofScope, "metrics")) {
                    for (String kind : KINDS) {
                        points += objects(object(metric, kind), "dataPoints").size();
                    }
                }
            }
        }
        return points;
    }
}
