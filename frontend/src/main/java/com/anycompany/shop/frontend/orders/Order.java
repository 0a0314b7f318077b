package com.anycompany.shop.frontend.orders;

import com.anycompany.shop.frontend.product.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An order as its shopper sees it. */
public record Order(
        String id,
        Status status,
        String shopperId,
        List<Item> items,
        Money total,
        Address shippingAddress,
        String email,
        @Nullable Payment payment,
        Instant placedAt,
        @Nullable String reason) {

    private static final DateTimeFormatter PLACED_ON =
            DateTimeFormatter.ofPattern("MMMM d, yyyy, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

    /** How far the order has come. */
    public enum Status {
        PENDING,
        CONFIRMED,
        DECLINED,
        CANCELLED
    }

    /** A product at the price it was ordered at. */
    public record Item(String productId, String name, String picture, int quantity, Money unitPrice, Money lineTotal) {}

    /** How it was paid; of a card no more than its last digits. */
    public record Payment(String method, @Nullable String last4) {}

    public boolean pending() {
        return status == Status.PENDING;
    }

    public int pieces() {
        return items.stream().mapToInt(Item::quantity).sum();
    }

    /** The day and time as shoppers read it. */
    public String placedOn() {
        return PLACED_ON.format(placedAt);
    }

    /** The part of the id that people read out to each other. */
    public String number() {
        return id.length() <= 8 ? id : id.substring(0, 8);
    }
}
