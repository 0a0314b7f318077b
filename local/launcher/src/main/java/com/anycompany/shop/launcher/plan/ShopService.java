package com.anycompany.shop.launcher.plan;

import com.anycompany.shop.launcher.plan.Part.Stage;
import java.util.List;
import java.util.Locale;

/**
 * A service of the shop: {@link ShopPlan}, {@link Ports} and the images go by this list.
 *
 * @param name the name of its module, its jar, its image and its X-Ray segments
 * @param port its documented port, the same as in its {@code application.yaml}
 * @param stage when it starts
 */
public record ShopService(String name, int port, Stage stage) {

    public static final List<ShopService> ALL = List.of(
            new ShopService("frontend", 8080, Stage.STOREFRONT),
            new ShopService("catalogservice", 8081, Stage.STOREFRONT),
            new ShopService("cartservice", 8082, Stage.STOREFRONT),
            new ShopService("orderservice", 8083, Stage.SERVICES),
            new ShopService("paymentservice", 8084, Stage.SERVICES),
            new ShopService("recommendationservice", 8085, Stage.SERVICES));

    /** Whether other services call it. */
    boolean isCalled() {
        return name.endsWith("service");
    }

    /** The environment variable with its address for other services: {@code CATALOG_ENDPOINT}. */
    String endpointVariable() {
        return name.substring(0, name.length() - "service".length()).toUpperCase(Locale.ROOT) + "_ENDPOINT";
    }
}
