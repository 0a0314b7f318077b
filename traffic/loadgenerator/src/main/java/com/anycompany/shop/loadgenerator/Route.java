package com.anycompany.shop.loadgenerator;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The name under which requests are counted, such as {@code GET /products/{id}} or {@code GET /products?category}: ids
 * and values are left out, so that there are few of them.
 */
record Route(String name) {

    static Route of(String method, URI address) {
        String path = Arrays.stream(address.getPath().split("/", -1))
                .map(segment -> segment.chars().anyMatch(Character::isDigit) ? "{id}" : segment)
                .collect(Collectors.joining("/"));
        return new Route(method + " " + (path.isEmpty() ? "/" : path) + parameters(address));
    }

    private static String parameters(URI address) {
        if (address.getQuery() == null) {
            return "";
        }
        String names = Arrays.stream(address.getQuery().split("&"))
                .filter(pair -> pair.indexOf('=') > 0 && !pair.endsWith("="))
                .map(pair -> pair.substring(0, pair.indexOf('=')))
                .sorted()
                .distinct()
                .collect(Collectors.joining("&"));
        return names.isEmpty() ? "" : "?" + names;
    }
}
