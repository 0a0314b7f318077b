package com.anycompany.shop.frontend.cart;

import com.anycompany.service.spring.problem.InvalidValueException;
import com.anycompany.shop.frontend.product.Catalog;
import com.anycompany.shop.frontend.product.Product;
import com.anycompany.shop.frontend.product.ProductId;
import com.anycompany.shop.frontend.web.RefusedForms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Offers the product of a refused "Add to cart" again. Nothing is added by itself: a page of another site may have sent the form.
 */
@Component
class RefusedAdditions implements RefusedForms {

    private final Catalog catalog;

    RefusedAdditions(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * An addition that wasn't made.
     *
     * @param product as it was seen last; null if it isn't known
     */
    public record Addition(
            ProductId productId, int quantity, @Nullable Product product) {}

    @Override
    public Optional<Addition> offer(String path, HttpServletRequest request) {
        String productId = request.getParameter("productId");
        String quantity = request.getParameter("quantity");
        if (!path.equals("/cart/items") || productId == null || quantity == null) {
            return Optional.empty();
        }
        OptionalInt pieces = Quantity.parse(quantity, 1);
        try {
            ProductId id = new ProductId(productId);
            return Optional.of(
                    new Addition(id, pieces.orElse(1), catalog.lastKnown(id).orElse(null)));
        } catch (InvalidValueException notAProduct) {
            return Optional.empty();
        }
    }
}
