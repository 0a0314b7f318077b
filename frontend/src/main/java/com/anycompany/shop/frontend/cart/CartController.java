package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.product.ProductId;
import com.anycompany.shop.frontend.product.ProductPages;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import com.anycompany.shop.frontend.web.Notice;
import com.anycompany.shop.frontend.web.Page;
import com.anycompany.xray.spring.CurrentTrace;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.ModelAndView;

/** The cart's page, and its forms: add a product, change a quantity, remove a product. */
@Controller
class CartController {

    private final CartClient client;
    private final CartPricing pricing;
    private final ProductPages productPages;

    CartController(CartClient client, CartPricing pricing, ProductPages productPages) {
        this.client = client;
        this.pricing = pricing;
        this.productPages = productPages;
    }

    @GetMapping("/cart")
    ModelAndView show(@RequestAttribute Page page, @RequestAttribute ShopperCart shopperCart) {
        if (shopperCart.isKnownToBeEmpty()) {
            page.renewOldShopper();
        }
        return new ModelAndView("cart/cart", "cart", priced(shopperCart.get(), page));
    }

    private PricedCart priced(Cart cart, Page page) {
        try {
            return pricing.price(cart, page.calls());
        } catch (ServiceUnavailable e) {
            return pricing.withoutPrices(cart);
        }
    }

    @PostMapping("/cart/items")
    ModelAndView add(
            @RequestParam ProductId productId,
            @RequestParam(defaultValue = "") String quantity,
            @RequestAttribute Page page,
            @RequestAttribute ShopperCart shopperCart) {
        OptionalInt pieces = Quantity.parse(quantity, 1);
        if (pieces.isEmpty()) {
            return productPages.showWithBadQuantity(productId, page, quantity);
        }
        String key = UUID.randomUUID().toString();
        CartClient.Addition addition = new CartClient.Addition(pieces.getAsInt());
        return change(
                page,
                productId,
                "/products/" + productId,
                Notice.ADDED_TO_CART,
                () -> page.calls()
                        .idempotent(RemoteService.CART, () -> client.add(shopperCart.id(), productId, key, addition))
                        .get());
    }

    @PostMapping("/cart/items/{productId}")
    ModelAndView setQuantity(
            @PathVariable ProductId productId,
            @RequestParam(defaultValue = "") String quantity,
            @RequestAttribute Page page,
            @RequestAttribute ShopperCart shopperCart) {
        OptionalInt pieces = Quantity.parse(quantity, 0);
        if (pieces.isEmpty()) {
            ModelAndView shown =
                    show(page, shopperCart).addObject("badLine", productId).addObject("badQuantity", quantity);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        }
        if (pieces.getAsInt() == 0) {
            return remove(productId, page, shopperCart);
        }
        return change(
                page,
                productId,
                "/cart",
                Notice.CART_UPDATED,
                () -> put(page, shopperCart.id(), productId, pieces.getAsInt()));
    }

    @PostMapping("/cart/items/{productId}/remove")
    ModelAndView remove(
            @PathVariable ProductId productId, @RequestAttribute Page page, @RequestAttribute ShopperCart shopperCart) {
        return change(
                page,
                productId,
                "/cart",
                Notice.REMOVED_FROM_CART,
                () -> page.calls()
                        .idempotent(RemoteService.CART, () -> client.remove(shopperCart.id(), productId))
                        .get());
    }

    private void put(Page page, CartId cart, ProductId productId, int quantity) {
        page.calls()
                .idempotent(RemoteService.CART, () -> client.put(cart, productId, new CartClient.NewQuantity(quantity)))
                .get();
    }

    /** Applies a change and redirects to the page {@code from} which it was sent, or to the cart if it is refused. */
    private static ModelAndView change(Page page, ProductId productId, String from, Notice success, Runnable change) {
        CurrentTrace.annotate("product_id", productId.value());
        try {
            change.run();
            return page.redirect(from, success);
        } catch (ServiceUnavailable e) {
            return page.redirect(from, Notice.CART_UNREACHABLE);
        } catch (HttpClientErrorException e) {
            return page.redirect("/cart", reason(e));
        }
    }

    private static Notice reason(HttpClientErrorException refused) {
        return refused.getStatusCode() == HttpStatus.NOT_FOUND ? Notice.PRODUCT_GONE : Notice.CART_FULL;
    }
}
