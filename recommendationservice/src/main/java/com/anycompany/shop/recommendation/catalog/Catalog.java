package com.anycompany.shop.recommendation.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** The catalog as this service sees it: it answers, or it is unavailable. */
@Component
public class Catalog {

    /** The most that the catalog gives in one page. */
    private static final int PAGE = 100;

    private final CatalogClient client;

    Catalog(CatalogClient client) {
        this.client = client;
    }

    /** Those of the products that exist, by id, in one call. */
    public Map<String, Product> products(Collection<String> ids) {
        return ask(() -> client.byIds(String.join(",", ids))).products().stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /** The products of a category in the order of names, no more than a hundred. */
    public List<Product> category(String category) {
        return ask(() -> client.byCategory(category, PAGE)).products();
    }

    /** A refusal (4xx) means that we asked wrongly, which no retry mends. */
    private static CatalogClient.Page ask(Supplier<CatalogClient.Page> question) {
        try {
            return question.get();
        } catch (HttpClientErrorException e) {
            throw e;
        } catch (RestClientException e) {
            throw new CatalogUnavailable(e);
        }
    }
}
