package com.anycompany.xray.benchmark;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The questions that X-Ray Local is asked, over its API. */
record XRayQueries(Server server) {

    private static final Pattern ID = Pattern.compile("\"Id\":\"(1-[0-9a-f]{8}-[0-9a-f]{24})\"");

    Map<String, Callable<String>> all() throws IOException, InterruptedException {
        double now = UdpSender.now();
        String hour = Report.format("\"StartTime\":%.3f,\"EndTime\":%.3f", now - 3600, now + 60);
        List<String> five = ids(search(hour, ""));
        Map<String, Callable<String>> questions = new LinkedHashMap<>();
        questions.put("GetServiceGraph of an hour", () -> post("/ServiceGraph", "{" + hour + "}"));
        questions.put(
                "GetTraceSummaries, service + annotation + duration, first page of many",
                () -> search(
                        hour, "service(\\\"payment\\\") AND annotation.product_id = \\\"17\\\" AND duration > 0.2"));
        questions.put(
                "GetTraceSummaries, the same for a rare annotation",
                () -> search(
                        hour, "service(\\\"payment\\\") AND annotation.shopper_id = \\\"s0042\\\" AND duration > 0.2"));
        questions.put(
                "GetTraceSummaries, nothing found",
                () -> search(
                        hour,
                        "service(\\\"payment\\\") AND annotation.shopper_id = \\\"nobody\\\" AND duration > 0.2"));
        questions.put("GetTraceSummaries, no filter, first page", () -> search(hour, ""));
        questions.put(
                "BatchGetTraces of 5",
                () -> post("/Traces", "{\"TraceIds\":[\"" + String.join("\",\"", five) + "\"]}"));
        return questions;
    }

    private String search(String hour, String filter) throws IOException, InterruptedException {
        String expression = filter.isEmpty() ? "" : ",\"FilterExpression\":\"" + filter + "\"";
        return post("/TraceSummaries", "{" + hour + expression + "}");
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.post(path, body);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static List<String> ids(String summaries) {
        List<String> ids = new ArrayList<>();
        Matcher found = ID.matcher(summaries);
        while (found.find() && ids.size() < 5) {
            ids.add(found.group(1));
        }
        return ids;
    }
}
