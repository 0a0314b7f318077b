package com.anycompany.shop.frontend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A catalog in memory, whose products can be removed and change their price. */
final class FakeCatalog extends FakeService {

    private final Map<String, Map<String, Object>> products = new LinkedHashMap<>();

    FakeCatalog() {
        try (InputStream json = FakeCatalog.class.getResourceAsStream("/fake-products.json")) {
            for (Map<String, Object> product :
                    JSON.readValue(json, new TypeReference<List<Map<String, Object>>>() {})) {
                product.put("picture", "/images/products/" + product.get("id") + ".svg");
                products.put((String) product.get("id"), product);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> ids() {
        return List.copyOf(products.keySet());
    }

    Map<String, Object> product(String id) {
        return products.get(id);
    }

    BigDecimal price(String id) {
        return price(products.get(id));
    }

    void setPrice(String id, String amount) {
        products.get(id).put("price", Map.of("amount", new BigDecimal(amount), "currency", "USD"));
    }

    Map<String, Object> remove(String id) {
        return products.remove(id);
    }

    void putBack(Map<String, Object> product) {
        products.put((String) product.get("id"), product);
    }

    @Override
    Reply answer(Call call) {
        if (call.path().equals("/api/v1/categories")) {
            return new Reply(200, Map.of("categories", categories()));
        }
        if (call.path().equals("/api/v1/products")) {
            return page(call.query());
        }
        Map<String, Object> product = products.get(call.segment(4));
        return product == null ? Reply.problem(404, "unknown-product", Map.of()) : new Reply(200, product);
    }

    private List<Map<String, Object>> categories() {
        Map<String, List<Map<String, Object>>> byCategory =
                products.values().stream().collect(Collectors.groupingBy(product -> (String) product.get("category")));
        return byCategory.entrySet().stream()
                .<Map<String, Object>>map(entry -> Map.of(
                        "id", entry.getKey(),
                        "name", entry.getValue().get(0).get("categoryName"),
                        "products", entry.getValue().size()))
                .toList();
    }

    private Reply page(Map<String, String> query) {
        int page = Integer.parseInt(query.getOrDefault("page", "0"));
        int size = Integer.parseInt(query.getOrDefault("size", "24"));
        List<Map<String, Object>> found = products.values().stream()
                .filter(matching(query))
                .sorted(order(query.get("sort")))
                .toList();
        List<Map<String, Object>> shown = new ArrayList<>(
                found.stream().skip((long) page * size).limit(size).toList());
        return new Reply(200, Map.of("products", shown, "page", page, "size", size, "total", found.size()));
    }

    /** The order of names is that of the file. */
    private static Comparator<Map<String, Object>> order(@Nullable String sort) {
        Comparator<Map<String, Object>> byPrice = Comparator.comparing(FakeCatalog::price);
        return sort == null ? (one, other) -> 0 : sort.equals("price") ? byPrice : byPrice.reversed();
    }

    private static BigDecimal price(Map<String, Object> product) {
        return new BigDecimal(((Map<?, ?>) product.get("price")).get("amount").toString());
    }

    private static boolean isWithin(Map<String, Object> product, String range) {
        String[] ends = range.split("\\.\\.", -1);
        return (ends[0].isEmpty() || price(product).compareTo(new BigDecimal(ends[0])) >= 0)
                && (ends[1].isEmpty() || price(product).compareTo(new BigDecimal(ends[1])) <= 0);
    }

    private static Predicate<Map<String, Object>> matching(Map<String, String> query) {
        return product -> (!query.containsKey("query") || contains(product, query.get("query")))
                && (!query.containsKey("category") || product.get("category").equals(query.get("category")))
                && (!query.containsKey("featured") || product.get("featured").equals(true))
                && (!query.containsKey("price") || isWithin(product, query.get("price")))
                && (!query.containsKey("ids")
                        || Arrays.asList(query.get("ids").split(",")).contains(product.get("id")));
    }

    private static boolean contains(Map<String, Object> product, String words) {
        return product.toString().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
