package com.anycompany.shop.system;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/** A shopper without a browser: follows links and sends forms as the pages give them, one request at a time. */
final class HttpShopper {

    private final Connection session;
    private final URI storefront;

    HttpShopper(String storefront) {
        this.storefront = URI.create(storefront);
        this.session = Jsoup.newSession()
                .followRedirects(false)
                .ignoreHttpErrors(true)
                .ignoreContentType(true)
                .timeout(10_000);
    }

    /** As {@link #open}, with a cookie that the shopper didn't get from the shop. */
    Answer openWithCookie(String link, String name, String value) throws IOException {
        return answer(session.newRequest(storefront.resolve(link).toString()).cookie(name, value));
    }

    /** The value of a cookie; empty if there is none. */
    String cookie(String name) {
        return session.cookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    Answer open(String link) throws IOException {
        return answer(session.newRequest(storefront.resolve(link).toString()));
    }

    /** Sends the first form that matches, with these answers in place of the page's. */
    Answer submit(Answer page, String css, Map<String, String> answers) throws IOException {
        FormElement form = page.page().expectForm(css);
        Connection request = form.submit();
        Connection fresh = session.newRequest(request.request().url().toString())
                .method(request.request().method());
        form.formData().stream()
                .filter(field -> !answers.containsKey(field.key()))
                .forEach(field -> fresh.data(field.key(), field.value()));
        answers.forEach(fresh::data);
        return answer(fresh);
    }

    private static Answer answer(Connection request) throws IOException {
        Connection.Response response = request.execute();
        return Answer.of(response, response.parse());
    }
}
