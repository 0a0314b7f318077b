package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.product.Money;
import com.anycompany.shop.frontend.product.Product;
import com.anycompany.shop.frontend.product.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cart with the catalog's current prices. Products that are no longer sold stay visible and cost nothing. */
public record PricedCart(List<Line> lines) {

    private static final Money NOTHING = new Money(new BigDecimal("0.00"), "USD");

    /** A line of the cart; {@code product} is null if it is no longer sold. */
    public record Line(
            ProductId productId, int quantity, @Nullable Product product) {

        public Money total() {
            return product == null ? NOTHING : product.price().times(quantity);
        }

        public boolean gone() {
            return product == null;
        }
    }

    static PricedCart of(Cart cart, Map<ProductId, Product> products) {
        return new PricedCart(cart.items().stream()
                .map(item -> new Line(item.productId(), item.quantity(), products.get(item.productId())))
                .toList());
    }

    public Money total() {
        return lines.stream().map(Line::total).reduce(Money::plus).orElse(NOTHING);
    }

    public int pieces() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    public boolean empty() {
        return lines.isEmpty();
    }

    public boolean anyGone() {
        return lines.stream().anyMatch(Line::gone);
    }
}
