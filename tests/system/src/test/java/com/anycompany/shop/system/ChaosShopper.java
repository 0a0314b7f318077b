package com.anycompany.shop.system;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Buys one thing after the other while parts die, and writes down what it was told about each order. Between two visits it
 * asks for the orders that aren't decided.
 */
final class ChaosShopper implements Runnable {

    private final Journey journey;
    private final ChaosReport report;
    private final ShopperBook book;
    private final CountDownLatch ended;
    private final Random random;

    /** By the key of the submission: the address where its outcome can be seen. */
    private final Map<String, String> undecided = new LinkedHashMap<>();

    /** By the key of an undecided submission: what its address showed last. */
    private final Map<String, String> shown = new LinkedHashMap<>();

    ChaosShopper(Shop shop, ChaosReport report, ShopperBook book, CountDownLatch ended, long seed) {
        this.journey = new Journey(shop);
        this.report = report;
        this.book = book;
        this.ended = ended;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (!isOver()) {
                visit();
                undecided();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on from wherever the shop fails: to the next visit, with whatever is in the cart. */
    private void visit() throws InterruptedException {
        try {
            Answer home = report.seen("home", journey::home);
            think();
            Answer product = report.seen("product", () -> journey.product(home));
            think();
            report.seen("add to cart", () -> journey.addToCart(product, 1));
            report.seen("cart", journey::cart);
            Answer checkout = report.seen("checkout", journey::checkout);
            think();
            if (checkout.status() == 200) {
                placeOrder(checkout);
            }
        } catch (ChaosReport.NotServed e) {
            comeBackLater();
        }
    }

    private void placeOrder(Answer checkout) throws ChaosReport.NotServed {
        String key = checkout.page().select("main input[name=idempotencyKey]").attr("value");
        if (key.isEmpty()) {
            return;
        }
        String card = random.nextInt(6) == 0 ? Journey.DECLINED_CARD : Journey.ACCEPTED_CARD;
        String shopper = checkout.page().select("main input[name=shopper]").attr("value");
        undecided.put(
                key, "/checkout/placing?key=" + key + "&shopper=" + shopper + "&since=" + System.currentTimeMillis());
        report.attempted();
        follow(key, report.seen("place order", () -> journey.placeOrder(checkout, card)));
        if (random.nextInt(5) == 0) {
            follow(key, report.seen("place order again", () -> journey.placeOrder(checkout, card)));
        }
    }

    /** Opens the order's page, and writes down what it says; if it says nothing final, the order stays undecided. */
    private void follow(String key, Answer answer) throws ChaosReport.NotServed {
        if (answer.status() == 303 && answer.location().contains("/orders/")) {
            undecided.computeIfPresent(key, (same, earlier) -> answer.location());
            Answer order = report.seen("order", () -> journey.open(answer.location()));
            String status = writeDown(order);
            if (!status.isEmpty() && undecided.remove(key) != null) {
                report.told(status);
            }
        }
    }

    /** Asks for each order that has no outcome yet; returns those that still have none, with what was shown of each. */
    List<String> undecided() {
        undecided.entrySet().removeIf(attempt -> {
            try {
                return isDecided(attempt.getKey(), attempt.getValue());
            } catch (IOException e) {
                shown.put(attempt.getKey(), e.toString());
                return false;
            }
        });
        return undecided.entrySet().stream()
                .map(attempt -> attempt.getValue() + ": " + shown.get(attempt.getKey()))
                .toList();
    }

    private boolean isDecided(String key, String address) throws IOException {
        Answer answer = journey.open(address);
        if (!answer.page().select(Journey.WITHDRAWAL).isEmpty()) {
            answer = journey.withdraw(answer);
        }
        if (answer.status() == 303 && answer.location().contains("/orders/")) {
            answer = journey.open(answer.location());
        } else if (answer.status() == 303) {
            book.nothing(key);
            report.told("NOTHING");
            return true;
        }
        String status = writeDown(answer);
        if (status.isEmpty()) {
            shown.put(key, answer.status() + " " + answer.page().select("main").text());
            return false;
        }
        report.told(status);
        return true;
    }

    /** Returns the status if it is final, else nothing. */
    private String writeDown(Answer order) {
        String status = order.page().select("main [data-status]").attr("data-status");
        if (order.status() != 200
                || !Set.of("CONFIRMED", "DECLINED", "CANCELLED").contains(status)) {
            return "";
        }
        book.told(
                status,
                order.page().select("#order-id").text(),
                order.page().select("#total").text());
        return status;
    }

    private boolean isOver() throws InterruptedException {
        return ended.await(0, TimeUnit.MILLISECONDS);
    }

    private void think() throws InterruptedException {
        pause(100 + random.nextInt(400));
    }

    private void comeBackLater() throws InterruptedException {
        pause(500 + random.nextInt(1000));
    }

    private void pause(int millis) throws InterruptedException {
        ended.await(millis, TimeUnit.MILLISECONDS);
    }
}
