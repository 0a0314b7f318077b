package com.anycompany.xray.spring;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running service whose every document is kept, shared by all suites that look at one. */
abstract class TracedService extends RunningService {

    static final Documents documents = new Documents();

    @DynamicPropertySource
    static void daemon(DynamicPropertyRegistry properties) {
        properties.add("xray.daemon-address", documents::address);
    }

    /** The segment of a request to this path. */
    JsonNode served(String path, String... headers) {
        return documents.segment(Browser.traceId(browser.get(path, headers)));
    }

    static String flags(JsonNode entity) {
        StringBuilder flags = new StringBuilder();
        for (String flag : new String[] {"fault", "error", "throttle"}) {
            if (entity.path(flag).asBoolean()) {
                flags.append(flags.isEmpty() ? "" : " ").append(flag);
            }
        }
        return flags.isEmpty() ? "ok" : flags.toString();
    }
}
