package com.anycompany.shop.frontend.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.server.Refusal;
import java.io.IOException;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a shopper sees whose request was refused because there were too many. */
class OverloadPageTests {

    private static final Refusal OVERLOADED =
            new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", "Too many.", Duration.ofSeconds(2));

    private final OverloadPage page = new OverloadPage();

    @Test
    void refusedPage_canBeOpenedAgainByALink() throws IOException {
        MockHttpServletResponse response = answer("GET");

        Document html = Jsoup.parse(response.getContentAsString());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(html.select("h1").text()).isEqualTo("The shop is full right now");
        assertThat(html.select("a").attr("href")).isEmpty();
        assertThat(html.select("a").text()).isEqualTo("Try again");
    }

    @Test
    void refusedForm_isToBeSentAgain_withoutALinkToItsAddress() throws IOException {
        Document html = Jsoup.parse(answer("POST").getContentAsString());

        assertThat(html.select("h1").text()).isEqualTo("The shop is full right now");
        assertThat(html.select("a")).isEmpty();
        assertThat(html.body().text()).contains("nothing was changed", "go back", "send it again");
    }

    @Test
    void pages_loadNothing() throws IOException {
        for (String method : new String[] {"GET", "POST"}) {
            MockHttpServletResponse response = answer(method);
            assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(Jsoup.parse(response.getContentAsString()).select("[src], link, script"))
                    .isEmpty();
        }
    }

    private MockHttpServletResponse answer(String method) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        page.write(OVERLOADED, new MockHttpServletRequest(method, "/cart"), response);
        return response;
    }
}
