package com.anycompany.shop.recommendation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Catalog of products, read from the catalog service; throws a problem where that is unavailable. */
@Component
class Catalog {

    private static final Logger log = LoggerFactory.getLogger(Catalog.class);

    /** The most that the catalog gives in one page. */
    private static final int PAGE = 100;

    private final CatalogClient client;

    Catalog(CatalogClient client) {
        this.client = client;
    }

    /** Those of the products that exist, by id, in one call. */
    Map<ProductId, Product> products(Collection<ProductId> ids) {
        String joined = ids.stream().map(ProductId::value).collect(Collectors.joining(","));
        return ask(() -> client.byIds(joined)).products().stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /** The products of a category in the order of names, no more than a hundred. */
    List<Product> category(String category) {
        return ask(() -> client.byCategory(category, PAGE)).products();
    }

    /** A 4xx response is a defect of this service, which no retry mends. */
    private static CatalogClient.Page ask(Supplier<CatalogClient.Page> question) {
        try {
            return question.get();
        } catch (HttpClientErrorException e) {
            throw e;
        } catch (RestClientException e) {
            log.warn("The catalog can't be asked: {}", e.toString());
            throw new CatalogUnavailable(e);
        }
    }
}
