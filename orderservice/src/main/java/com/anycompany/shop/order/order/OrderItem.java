package com.anycompany.shop.order.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How an order lies in DynamoDB: instants are epoch milliseconds, which sort, and amounts numbers in the one currency.
 * {@code todo} and {@code dueAt} are there only while something remains to be done; see {@link Orders}.
 */
public final class OrderItem {

    private OrderItem() {}

    static Map<String, AttributeValue> write(Order order) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", text(order.id()));
        item.put("status", text(order.status().name()));
        item.put("shopperId", text(order.shopperId()));
        item.put("cartId", text(order.cartId()));
        item.put("cartVersion", number(order.cartVersion()));
        item.put("email", text(order.email()));
        item.put(
                "lines",
                AttributeValue.fromL(
                        order.lines().stream().map(OrderItem::writeLine).toList()));
        item.put("total", amount(order.total()));
        item.put("shippingAddress", writeAddress(order.shippingAddress()));
        item.put("method", text(order.method()));
        item.put("placedAt", instant(order.placedAt()));
        if (order.last4() != null) {
            item.put("last4", text(order.last4()));
        }
        if (order.trace() != null) {
            item.put("trace", text(order.trace()));
        }
        return item;
    }

    static Order read(Map<String, AttributeValue> item) {
        return new Order(
                required(item, "id").s(),
                OrderStatus.valueOf(required(item, "status").s()),
                required(item, "shopperId").s(),
                required(item, "cartId").s(),
                Long.parseLong(required(item, "cartVersion").n()),
                required(item, "email").s(),
                required(item, "lines").l().stream().map(OrderItem::readLine).toList(),
                money(item, "total"),
                readAddress(required(item, "shippingAddress").m()),
                required(item, "method").s(),
                optional(item, "last4"),
                optional(item, "paymentId"),
                optional(item, "reason"),
                Instant.ofEpochMilli(Long.parseLong(required(item, "placedAt").n())),
                optional(item, "trace"),
                item.containsKey("tries")
                        ? Integer.parseInt(required(item, "tries").n())
                        : 0);
    }

    private static AttributeValue writeLine(OrderLine line) {
        return AttributeValue.fromM(Map.of(
                "productId", text(line.productId()),
                "name", text(line.name()),
                "picture", text(line.picture()),
                "quantity", number(line.quantity()),
                "unitPrice", amount(line.unitPrice())));
    }

    private static OrderLine readLine(AttributeValue value) {
        Map<String, AttributeValue> line = value.m();
        return OrderLine.of(
                required(line, "productId").s(),
                required(line, "name").s(),
                required(line, "picture").s(),
                Integer.parseInt(required(line, "quantity").n()),
                money(line, "unitPrice"));
    }

    private static AttributeValue writeAddress(Address address) {
        return AttributeValue.fromM(Map.of(
                "name", text(address.name()),
                "street", text(address.street()),
                "city", text(address.city()),
                "postalCode", text(address.postalCode()),
                "country", text(address.country())));
    }

    private static Address readAddress(Map<String, AttributeValue> address) {
        return new Address(
                required(address, "name").s(),
                required(address, "street").s(),
                required(address, "city").s(),
                required(address, "postalCode").s(),
                required(address, "country").s());
    }

    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue instant(Instant instant) {
        return number(instant.toEpochMilli());
    }

    private static AttributeValue amount(Money money) {
        return AttributeValue.fromN(money.amount().toPlainString());
    }

    private static Money money(Map<String, AttributeValue> item, String name) {
        return Money.ZERO.plus(new Money(new BigDecimal(required(item, name).n()), Money.ZERO.currency()));
    }

    private static @Nullable String optional(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }

    public static AttributeValue required(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("An order in the table has no attribute " + name);
        }
        return value;
    }
}
