package com.anycompany.shop.audit;

import com.anycompany.shop.audit.TableContents.Cart;
import com.anycompany.shop.audit.TableContents.Order;
import com.anycompany.shop.audit.TableContents.Payment;
import com.anycompany.shop.audit.TableContents.Submission;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Consistency check: finds orders that aren't paid, payments without an order, and orders that were placed twice. */
final class Auditor {

    /** orderservice forgets keys after 30 days; an older order needs none. */
    private static final Duration KEYS_KEPT = Duration.ofDays(29);

    private final TableContents contents;
    private final Instant now;
    private final Map<String, Order> orders;
    private final Map<String, List<Payment>> payments;
    private final Map<String, Cart> carts;
    private final List<String> violations = new ArrayList<>();
    private final List<Findings.Open> open = new ArrayList<>();

    private Auditor(TableContents contents, Instant now) {
        this.contents = contents;
        this.now = now;
        this.orders = contents.orders().stream().collect(Collectors.toMap(Order::id, Function.identity()));
        this.payments = contents.payments().stream().collect(Collectors.groupingBy(Payment::orderId));
        this.carts = contents.carts().stream().collect(Collectors.toMap(Cart::id, Function.identity()));
    }

    /** @param now decides which orders are old */
    static Findings audit(TableContents contents, Instant now) {
        return new Auditor(contents, now).findings();
    }

    private Findings findings() {
        contents.unreadable().forEach(text -> violation("%s.", text));
        for (Order order : contents.orders()) {
            checkTotal(order);
            if (order.isOpen()) {
                open(order, "is " + order.status());
            } else if (order.isConfirmed()) {
                checkPaid(order);
                checkCart(order);
            }
        }
        contents.payments().forEach(this::checkOrdered);
        checkSubmissions();
        checkCartsBoughtOnce();
        return new Findings(violations.stream().sorted().toList(), List.copyOf(open));
    }

    private void checkTotal(Order order) {
        if (order.total().compareTo(order.sumOfLines()) != 0) {
            violation(
                    "Order %s: its total is %s, but its lines cost %s.",
                    order.id(), money(order.total()), money(order.sumOfLines()));
        }
    }

    private void checkPaid(Order order) {
        List<Payment> all = payments.getOrDefault(order.id(), List.of());
        List<Payment> captured = all.stream().filter(Payment::isCaptured).toList();
        if (captured.size() > 1) {
            violation("Order %s: it is paid %d times.", order.id(), captured.size());
        } else if (captured.isEmpty()) {
            violation(
                    "Order %s: it is CONFIRMED, but %s.",
                    order.id(),
                    all.isEmpty()
                            ? "there is no payment"
                            : "its payment is " + all.get(0).status());
        } else {
            checkAmount(order, captured.get(0));
        }
    }

    private void checkAmount(Order order, Payment payment) {
        if (payment.amount() == null || payment.amount().compareTo(order.total()) != 0) {
            violation(
                    "Order %s: its total is %s, but %s was paid.",
                    order.id(), money(order.total()), money(payment.amount()));
        }
        if (!payment.id().equals(order.paymentId())) {
            violation(
                    "Order %s: it names payment %s, but %s was captured.", order.id(), order.paymentId(), payment.id());
        }
    }

    private void checkCart(Order order) {
        Cart cart = carts.get(order.cartId());
        boolean kept = cart != null && cart.version() == order.cartVersion() && cart.products() > 0;
        if (order.unfinished()) {
            open(
                    order,
                    kept ? "is confirmed, but its cart isn't emptied yet" : "is confirmed, but not followed up yet");
        } else if (kept) {
            violation(
                    "Order %s: it is CONFIRMED, but cart %s still holds what was bought.", order.id(), order.cartId());
        }
    }

    private void checkOrdered(Payment payment) {
        Order order = orders.get(payment.orderId());
        if (payment.isCaptured() && order == null) {
            violation(
                    "Payment %s: %s was captured, but there is no order %s.",
                    payment.id(), money(payment.amount()), payment.orderId());
        } else if (payment.isCaptured() && order != null && !order.isConfirmed() && !order.isOpen()) {
            violation(
                    "Payment %s: %s was captured, but order %s is %s.",
                    payment.id(), money(payment.amount()), order.id(), order.status());
        }
    }

    private void checkSubmissions() {
        Set<String> named = new HashSet<>();
        for (Submission submission : contents.submissions()) {
            if (submission.orderId() != null) {
                named.add(submission.orderId());
                if (!orders.containsKey(submission.orderId())) {
                    violation(
                            "Submission %s: it names order %s, which doesn't exist.",
                            submission.key(), submission.orderId());
                }
            }
        }
        Map<String, Order> bySubmission = new HashMap<>();
        for (Order order : contents.orders()) {
            Order twin = order.submission() == null ? null : bySubmission.put(order.submission(), order);
            if (twin != null) {
                violation("Submission %s: it placed two orders, %s.", order.submission(), both(order, twin));
            } else if (!named.contains(order.id()) && order.placedAt().isAfter(now.minus(KEYS_KEPT))) {
                violation("Order %s: no submission names it.", order.id());
            }
        }
    }

    private void checkCartsBoughtOnce() {
        Map<String, Order> bought = new HashMap<>();
        for (Order order : contents.orders()) {
            if (order.isConfirmed()) {
                Order twin = bought.put(order.cartId() + "@" + order.cartVersion(), order);
                if (twin != null) {
                    violation(
                            "Cart %s: version %d was bought twice, by orders %s.",
                            order.cartId(), order.cartVersion(), both(order, twin));
                }
            }
        }
    }

    /** In alphabetical order, so that two audits print the same. */
    private static String both(Order one, Order other) {
        return one.id().compareTo(other.id()) < 0 ? one.id() + " and " + other.id() : other.id() + " and " + one.id();
    }

    /** DynamoDB keeps no trailing zeros. */
    private static @Nullable BigDecimal money(@Nullable BigDecimal amount) {
        return amount == null || amount.scale() >= 2 ? amount : amount.setScale(2);
    }

    private void open(Order order, String how) {
        open.add(new Findings.Open("Order " + order.id() + " " + how, order.placedAt()));
    }

    private void violation(String sentence, @Nullable Object... facts) {
        violations.add(String.format(Locale.ROOT, sentence, facts));
    }
}
