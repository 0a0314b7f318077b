package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.product.Money;
import com.anycompany.shop.frontend.product.Product;
import com.anycompany.shop.frontend.product.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cart with the catalog's current prices. Products that are no longer sold stay visible and cost nothing.
 *
 * @param pricesKnown false while the catalog is unavailable: then no price may be shown, and nothing can be ordered
 */
public record PricedCart(List<Line> lines, boolean pricesKnown) {

    private static final Money NOTHING = new Money(new BigDecimal("0.00"), "USD");

    /** A line of the cart; {@code product} is null if it is no longer sold, or if prices and this product aren't known. */
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
        return of(cart, id -> Optional.ofNullable(products.get(id)), true);
    }

    static PricedCart withoutPrices(Cart cart, Function<ProductId, Optional<Product>> lastKnown) {
        return of(cart, lastKnown, false);
    }

    private static PricedCart of(Cart cart, Function<ProductId, Optional<Product>> products, boolean pricesKnown) {
        List<Line> lines = cart.items().stream()
                .map(item -> new Line(
                        item.productId(),
                        item.quantity(),
                        products.apply(item.productId()).orElse(null)))
                .toList();
        return new PricedCart(lines, pricesKnown);
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
        return pricesKnown && lines.stream().anyMatch(Line::gone);
    }
}
