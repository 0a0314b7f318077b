package com.anycompany.shop.frontend.orders;

import com.anycompany.shop.frontend.product.Money;
import com.anycompany.shop.frontend.product.ProductId;
import com.anycompany.shop.frontend.web.ShopperId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An order as orderservice describes it to its shopper. */
public record Order(
        OrderId id,
        Status status,
        ShopperId shopperId,
        List<Item> items,
        Money total,
        Address shippingAddress,
        String email,
        @Nullable Payment payment,
        Instant placedAt,
        @Nullable String reason) {

    private static final DateTimeFormatter PLACED_ON =
            DateTimeFormatter.ofPattern("MMMM d, yyyy, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

    /** The state of an order. */
    public enum Status {
        PENDING,
        CONFIRMED,
        DECLINED,
        CANCELLED
    }

    /** An ordered product, at the price of the order. */
    public record Item(
            ProductId productId, String name, String picture, int quantity, Money unitPrice, Money lineTotal) {}

    /** How the order was paid; of a card only its last digits. */
    public record Payment(String method, @Nullable String last4) {}

    public boolean pending() {
        return status == Status.PENDING;
    }

    boolean confirmed() {
        return status == Status.CONFIRMED;
    }

    public int pieces() {
        return items.stream().mapToInt(Item::quantity).sum();
    }

    /** The time of the order, formatted. */
    public String placedOn() {
        return PLACED_ON.format(placedAt);
    }

    /**
     * The first eight characters of the id in two groups, {@code 0D4B-D5A6}: enough to tell one's orders apart, and short enough to
     * read out.
     */
    public String number() {
        String text = id.value().toUpperCase(Locale.ROOT);
        return text.length() < 8 ? text : text.substring(0, 4) + "-" + text.substring(4, 8);
    }
}
