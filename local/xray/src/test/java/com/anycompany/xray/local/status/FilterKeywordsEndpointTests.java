package com.anycompany.xray.local.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.TestServer;
import com.anycompany.xray.local.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class FilterKeywordsEndpointTests {

    @Test
    void keywords_areThoseOfTheFilterLanguage() {
        try (TestServer server = new TestServer()) {
            HttpResponse<String> response = server.get("/local/filter-keywords");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Json.read(response.body().getBytes(StandardCharsets.UTF_8)))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .extractingByKey("keywords", InstanceOfAssertFactories.list(Map.class))
                    .contains(Map.of("text", "responsetime > ", "description", "seconds until the answer"))
                    .extracting(keyword -> keyword.get("text"))
                    .containsAll(List.of("ok", "group.name = \"", "rootcause.json = #["));
        }
    }
}
