package com.anycompany.shop.order.order;

import com.anycompany.service.spring.dynamodb.ItemReader;
import com.anycompany.service.spring.dynamodb.ItemWriter;
import com.anycompany.shop.order.order.Order.Buyer;
import com.anycompany.shop.order.order.Order.CartVersion;
import com.anycompany.shop.order.order.Order.Origin;
import com.anycompany.shop.order.order.Order.Payment;
import com.anycompany.shop.order.order.Order.Purchase;
import com.anycompany.shop.order.order.Order.State;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Item of an order in DynamoDB. Instants are epoch milliseconds, which sort, and amounts are numbers in the one currency.
 * {@code todo} and {@code dueAt} exist only while something remains to be done; see {@link Orders}.
 */
final class OrderItem {

    private OrderItem() {}

    /** The item of a pending order. */
    static ItemWriter write(Order order) {
        return new ItemWriter()
                .text("id", order.id().value())
                .text("status", order.status().name())
                .text("shopperId", order.shopperId().value())
                .text("cartId", order.cart().id().value())
                .number("cartVersion", order.cart().version())
                .text("email", order.buyer().email())
                .maps(
                        "lines",
                        order.purchase().lines().stream()
                                .map(OrderItem::writeLine)
                                .toList())
                .decimal("total", order.purchase().total().amount())
                .map("shippingAddress", writeAddress(order.buyer().shippingAddress()))
                .text("method", order.payment().method())
                .millis("placedAt", order.origin().placedAt())
                .text("trace", order.origin().trace());
    }

    static Order read(Map<String, AttributeValue> attributes) {
        ItemReader item = ItemReader.of(attributes);
        return new Order(
                new OrderId(item.text("id")),
                new State(
                        OrderStatus.valueOf(item.text("status")),
                        item.optionalText("reason").orElse(null),
                        item.has("tries") ? item.integer("tries") : 0),
                new Buyer(
                        new ShopperId(item.text("shopperId")),
                        item.text("email"),
                        readAddress(item.map("shippingAddress"))),
                new CartVersion(new CartId(item.text("cartId")), item.number("cartVersion")),
                new Purchase(
                        item.maps("lines").stream().map(OrderItem::readLine).toList(), money(item, "total")),
                new Payment(item.text("method"), readPayment(item)),
                new Origin(item.millis("placedAt"), item.optionalText("trace").orElse(null)));
    }

    /** Earlier versions wrote an empty payment id where details were refused. */
    private static @Nullable PaymentReference readPayment(ItemReader item) {
        return item.optionalText("paymentId")
                .filter(id -> !id.isEmpty())
                .map(id -> new PaymentReference(
                        new PaymentId(id), item.optionalText("last4").orElse(null)))
                .orElse(null);
    }

    private static ItemWriter writeLine(OrderLine line) {
        return new ItemWriter()
                .text("productId", line.productId().value())
                .text("name", line.name())
                .text("picture", line.picture())
                .number("quantity", line.quantity())
                .decimal("unitPrice", line.unitPrice().amount());
    }

    private static OrderLine readLine(ItemReader line) {
        return OrderLine.of(
                new ProductId(line.text("productId")),
                line.text("name"),
                line.text("picture"),
                line.integer("quantity"),
                money(line, "unitPrice"));
    }

    private static ItemWriter writeAddress(Address address) {
        return new ItemWriter()
                .text("name", address.name())
                .text("street", address.street())
                .text("city", address.city())
                .text("state", address.state())
                .text("postalCode", address.postalCode())
                .text("country", address.country());
    }

    private static Address readAddress(ItemReader address) {
        return new Address(
                address.text("name"),
                address.text("street"),
                address.text("city"),
                address.optionalText("state").orElse(null),
                address.text("postalCode"),
                address.text("country"));
    }

    private static Money money(ItemReader item, String name) {
        return new Money(item.decimal(name), Money.ZERO.currency());
    }
}
