package com.anycompany.shop.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Every page of the storefront, all asked for at the same moment: a visitor with something in the cart and an order looks
 * around and adds to the cart, while a buyer places an order.
 */
final class Tour {

    private final Journey visitor;
    private final Map<String, Callable<Answer>> pages = new LinkedHashMap<>();

    /** The answer that a shopper got, and how long they waited. */
    record Visit(String page, Answer answer, Duration took) {

        int status() {
            return answer.status();
        }

        @Override
        public String toString() {
            return "%s: %d after %d ms, trace %s".formatted(page, status(), took.toMillis(), answer.traceId());
        }
    }

    /** Prepares all that it takes, while all is well. */
    Tour(Shop shop) throws IOException {
        visitor = new Journey(shop);
        String order =
                visitor.placeOrder(visitor.toCheckout(), Journey.ACCEPTED_CARD).location();
        await().atMost(Duration.ofSeconds(60)).until(() -> cart().isEmpty());
        Answer home = visitor.home();
        Answer product = visitor.product(home);
        visitor.addToCart(product, 2);
        visitor.open("/products");
        Journey buyer = new Journey(shop);
        Answer form = buyer.toCheckout();
        pages.put("home", visitor::home);
        pages.put("products", () -> visitor.open("/products"));
        pages.put("product", () -> visitor.product(home));
        pages.put("cart", visitor::cart);
        pages.put("checkout", visitor::checkout);
        pages.put("orders", () -> visitor.open("/orders"));
        pages.put("order", () -> visitor.open(order));
        pages.put("add to cart", () -> visitor.addToCart(product, 1));
        pages.put("place order", () -> buyer.placeOrder(form, Journey.ACCEPTED_CARD));
    }

    List<Visit> visitAll() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(pages.size());
        try {
            List<Future<Visit>> visits = new ArrayList<>();
            pages.forEach((name, page) -> visits.add(people.submit(() -> visit(name, page))));
            List<Visit> all = new ArrayList<>();
            for (Future<Visit> visit : visits) {
                all.add(visit.get());
            }
            return all;
        } finally {
            people.shutdownNow();
        }
    }

    /** The quantities in the visitor's cart, as its page shows them. */
    List<String> cart() throws IOException {
        return visitor.cart().page().select("main input[name=quantity]").eachAttr("value");
    }

    private static Visit visit(String name, Callable<Answer> page) throws Exception {
        long begun = System.nanoTime();
        Answer answer = page.call();
        return new Visit(name, answer, Duration.ofNanos(System.nanoTime() - begun));
    }
}
