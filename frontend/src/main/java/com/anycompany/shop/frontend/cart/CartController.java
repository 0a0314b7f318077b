package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.product.ProductId;
import com.anycompany.shop.frontend.product.ProductPages;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import com.anycompany.shop.frontend.web.Notice;
import com.anycompany.shop.frontend.web.Page;
import com.anycompany.xray.spring.CurrentTrace;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.ModelAndView;

/** The cart: putting things in, changing quantities, taking things out. */
@Controller
class CartController {

    private final CartClient carts;
    private final CartPricing pricing;
    private final ProductPages productPages;

    CartController(CartClient carts, CartPricing pricing, ProductPages productPages) {
        this.carts = carts;
        this.pricing = pricing;
        this.productPages = productPages;
    }

    @GetMapping("/cart")
    ModelAndView show(Page page) {
        return new ModelAndView("cart/cart", "cart", pricing.price(page.cart().get(), page.calls()));
    }

    @PostMapping("/cart/items")
    ModelAndView add(@RequestParam String productId, @RequestParam(defaultValue = "") String quantity, Page page) {
        ProductId.require(productId);
        OptionalInt pieces = Quantity.parse(quantity, 1);
        if (pieces.isEmpty()) {
            return productPages.showWithBadQuantity(productId, page, quantity);
        }
        return change(page, productId, "/products/" + productId, Notice.ADDED_TO_CART, () -> {
            int before = page.cart().get().quantityOf(productId);
            put(page, productId, Math.min(Quantity.MOST, before + pieces.getAsInt()));
        });
    }

    @PostMapping("/cart/items/{productId}")
    ModelAndView setQuantity(
            @PathVariable String productId, @RequestParam(defaultValue = "") String quantity, Page page) {
        ProductId.require(productId);
        OptionalInt pieces = Quantity.parse(quantity, 0);
        if (pieces.isEmpty()) {
            ModelAndView shown = show(page).addObject("badLine", productId).addObject("badQuantity", quantity);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        }
        return pieces.getAsInt() == 0
                ? remove(productId, page)
                : change(page, productId, "/cart", Notice.CART_UPDATED, () -> put(page, productId, pieces.getAsInt()));
    }

    @PostMapping("/cart/items/{productId}/remove")
    ModelAndView remove(@PathVariable String productId, Page page) {
        ProductId.require(productId);
        return change(
                page,
                productId,
                "/cart",
                Notice.REMOVED_FROM_CART,
                () -> page.calls()
                        .repeatable(RemoteService.CART, () -> carts.remove(page.shopper(), productId))
                        .get());
    }

    private void put(Page page, String productId, int quantity) {
        page.calls()
                .repeatable(
                        RemoteService.CART,
                        () -> carts.put(page.shopper(), productId, new CartClient.NewQuantity(quantity)))
                .get();
    }

    private static ModelAndView change(Page page, String productId, String from, Notice success, Runnable change) {
        CurrentTrace.annotate("product_id", productId);
        try {
            change.run();
            return page.redirect("/cart", success);
        } catch (ServiceUnavailable e) {
            return page.redirect(from, Notice.CART_UNREACHABLE);
        } catch (HttpClientErrorException e) {
            return page.redirect("/cart", refusal(e));
        }
    }

    private static Notice refusal(HttpClientErrorException refused) {
        return refused.getStatusCode() == HttpStatus.NOT_FOUND ? Notice.PRODUCT_GONE : Notice.CART_FULL;
    }
}
