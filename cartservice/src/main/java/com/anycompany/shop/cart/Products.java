package com.anycompany.shop.cart;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/** Lets only products into carts that the catalog knows. */
@Component
class Products {

    private static final Logger log = LoggerFactory.getLogger(Products.class);
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final CatalogClient catalog;

    Products(CatalogClient catalog) {
        this.catalog = catalog;
    }

    /** Returns if the product exists; throws the problem that the shopper should see if it doesn't or nobody knows. */
    @XRayEnabled
    public void requireProduct(String productId) {
        try {
            lookUp(productId);
        } catch (HttpClientErrorException.NotFound e) {
            throw Problem.unknownProduct(productId);
        } catch (RestClientException e) {
            log.warn("The catalog can't be asked for product {}: {}", productId, e.toString());
            throw Problem.catalogUnavailable();
        }
    }

    /** Repeats once what failed at once (refused, reset); what failed slowly has used up its time. */
    private void lookUp(String productId) {
        long start = System.nanoTime();
        try {
            catalog.product(productId);
        } catch (ResourceAccessException e) {
            if (System.nanoTime() - start > AT_ONCE.toNanos()) {
                throw e;
            }
            pause();
            catalog.product(productId);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(20, 80));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
