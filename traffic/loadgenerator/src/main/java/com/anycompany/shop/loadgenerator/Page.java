package com.anycompany.shop.loadgenerator;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A page as a shopper sees it: where it is, how it was answered, and the links and forms that it really offers. */
record Page(URI address, int status, Document html) {

    boolean answered(int expected) {
        return status == expected;
    }

    /** The addresses behind the links that match, each once. */
    List<String> links(String css) {
        return html.select(css).stream()
                .map(link -> link.attr("href"))
                .filter(href -> !href.isBlank())
                .distinct()
                .toList();
    }

    /** What the elements that match say, each once. */
    List<String> texts(String css) {
        return html.select(css).eachText().stream().distinct().toList();
    }

    List<FormElement> forms(String css) {
        return html.select(css).stream()
                .filter(FormElement.class::isInstance)
                .map(FormElement.class::cast)
                .toList();
    }

    Optional<FormElement> form(String css) {
        return forms(css).stream().findFirst();
    }

    Optional<Element> find(String css) {
        return Optional.ofNullable(html.selectFirst(css));
    }
}
