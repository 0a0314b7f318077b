package com.anycompany.shop.frontend;

import com.anycompany.shop.frontend.web.TestShopper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser without JavaScript: keeps cookies, follows redirects, and sends the forms that pages really have. */
final class Browser {

    private final String origin;
    private final Connection session = Jsoup.newSession()
            .ignoreHttpErrors(true)
            .ignoreContentType(true)
            .header("Accept", "text/html,*/*;q=0.5")
            .timeout(60_000);

    Browser(int port) {
        origin = "http://localhost:" + port;
    }

    /** What came back in the end. */
    record Page(int status, String path, Document html, Connection.Response response) {

        String text() {
            return html.text();
        }

        Element find(String css) {
            Element found = html.selectFirst(css);
            if (found == null) {
                throw new AssertionError("No " + css + " in\n" + html);
            }
            return found;
        }

        String textOf(String css) {
            return find(css).text();
        }
    }

    Page open(String path) {
        return send(session.newRequest(origin + path));
    }

    Page openWithCookie(String path, String name, String value) {
        return send(session.newRequest(origin + path).cookie(name, value));
    }

    /** Sends the form as the page has it, with the given fields filled in. */
    Page submit(Page page, String formCss, Map<String, String> fields) {
        return send(filledIn(page, formCss, fields));
    }

    Page submitWithoutToken(Page page, String formCss, Map<String, String> fields) {
        Connection request = filledIn(page, formCss, fields);
        request.request().data().removeIf(pair -> pair.key().equals("_csrf"));
        return send(request);
    }

    /** Sends the form as an upload ({@code multipart/form-data}), with a file of the given number of bytes beside its fields. */
    Page upload(Page page, String formCss, int bytes) {
        return send(filledIn(page, formCss, Map.of())
                .data("file", "picture.png", new ByteArrayInputStream(new byte[bytes])));
    }

    String cookie(String name) {
        return session.cookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** The id of the shopper that this browser's cookie makes. */
    String shopperId() {
        return TestShopper.idOf(cookie("shopper"));
    }

    private Connection filledIn(Page page, String formCss, Map<String, String> fields) {
        FormElement form = (FormElement) page.find(formCss);
        Connection request = session.newRequest(form.absUrl("action"))
                .method(form.attr("method").equals("post") ? Connection.Method.POST : Connection.Method.GET)
                .data(form.formData());
        fields.forEach((name, value) -> {
            Connection.KeyVal field = request.data(name);
            if (field == null) {
                throw new AssertionError("No field " + name + " in " + form);
            }
            field.value(value);
        });
        return request;
    }

    private Page send(Connection request) {
        try {
            Connection.Response response = request.execute();
            return new Page(response.statusCode(), response.url().getPath(), response.parse(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
