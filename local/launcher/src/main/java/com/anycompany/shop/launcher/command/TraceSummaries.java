package com.anycompany.shop.launcher.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reader of GetTraceSummaries, page by page.
 *
 * @param xray base URL of X-Ray Local
 */
record TraceSummaries(String xray) {

    /**
     * At least the first {@code limit} summaries, newest first, if there are as many.
     *
     * @param expression a filter expression; empty for all traces
     */
    List<JsonNode> find(Instant from, Instant to, String expression, int limit) {
        Map<String, Object> request = new HashMap<>(Map.of("StartTime", seconds(from), "EndTime", seconds(to)));
        if (!expression.isEmpty()) {
            request.put("FilterExpression", expression);
        }
        List<JsonNode> summaries = new ArrayList<>();
        String token;
        do {
            JsonNode page = JsonClient.post(xray + "/TraceSummaries", request);
            page.path("TraceSummaries").forEach(summaries::add);
            token = page.path("NextToken").asString("");
            request.put("NextToken", token);
        } while (!token.isEmpty() && summaries.size() < limit);
        return summaries;
    }

    /** As the API has times: seconds since 1970. */
    static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
