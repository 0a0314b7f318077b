package com.anycompany.shop.cart;

import com.anycompany.service.spring.http.RetryOnce;
import com.anycompany.xray.spring.Traced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Checks that the catalog has a product before it is put into a cart. */
@Component
class Products {

    private static final Logger log = LoggerFactory.getLogger(Products.class);

    private final CatalogClient catalog;
    private final RetryOnce retry = RetryOnce.onConnectionFailure();

    Products(CatalogClient catalog) {
        this.catalog = catalog;
    }

    /** Returns if the product exists; throws the shopper's problem if it doesn't, or if the catalog can't be asked. */
    @Traced
    public void requireProduct(ProductId product) {
        try {
            retry.call(() -> catalog.product(product));
        } catch (HttpClientErrorException.NotFound e) {
            throw CartProblems.unknownProduct(product);
        } catch (RestClientException e) {
            log.warn("The catalog can't be asked for product {}: {}", product, e.toString());
            throw CartProblems.catalogUnavailable(e);
        }
    }
}
