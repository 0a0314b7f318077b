package com.anycompany.shop.system;

import java.io.IOException;
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
