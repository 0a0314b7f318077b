package com.anycompany.shop.system;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Buys one thing after the other while services die, and remembers where the outcome of each order can be seen. */
final class ChaosShopper implements Runnable {

    private final Journey journey;
    private final ChaosReport report;
    private final CountDownLatch ended;
    private final Random random;
    private final Set<String> undecided = new LinkedHashSet<>();

    ChaosShopper(Shop shop, ChaosReport report, CountDownLatch ended, long seed) {
        this.journey = new Journey(shop);
        this.report = report;
        this.ended = ended;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (!isOver()) {
                visit();
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
        report.attempted();
        Answer answer;
        try {
            answer = report.seen("place order", () -> journey.placeOrder(checkout, card()));
            if (random.nextInt(5) == 0) {
                answer = report.seen("place order again", () -> journey.placeOrder(checkout, card()));
            }
        } catch (ChaosReport.NotServed e) {
            report.refused();
            throw e;
        }
        if (answer.status() == 202) {
            undecided.add(answer.page().expectFirst("main .order-head a").attr("href"));
        } else if (answer.status() == 303 && answer.location().contains("/orders/")) {
            undecided.add(answer.location());
        } else {
            report.refused();
        }
    }

    private String card() {
        return Journey.ACCEPTED_CARD;
    }

    /** Follows each order to its end; empty once all have one. */
    Set<String> undecided() {
        undecided.removeIf(address -> {
            try {
                Answer answer = journey.open(address);
                if (!answer.page().select(Journey.WITHDRAWAL).isEmpty()) {
                    answer = journey.withdraw(answer);
                }
                if (answer.status() == 303 && answer.location().contains("/orders/")) {
                    answer = journey.open(answer.location());
                } else if (answer.status() == 303) {
                    report.refused();
                    return true;
                }
                String status = answer.page().select("main [data-status]").attr("data-status");
                return report.settled(status);
            } catch (IOException e) {
                return false;
            }
        });
        return undecided;
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
