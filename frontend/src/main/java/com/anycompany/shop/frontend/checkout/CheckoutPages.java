package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.cart.CartPricing;
import com.anycompany.shop.frontend.cart.PricedCart;
import com.anycompany.shop.frontend.web.Notice;
import com.anycompany.shop.frontend.web.Page;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The checkout page, fresh or with what went wrong. It is only ever shown for a cart that can be ordered. */
@Component
class CheckoutPages {

    private static final List<Country> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Country(
                    code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.US)))
            .sorted(Comparator.comparing(Country::name))
            .toList();

    private final CartPricing pricing;

    CheckoutPages(CartPricing pricing) {
        this.pricing = pricing;
    }

    /** A country that orders can go to. */
    record Country(String code, String name) {}

    /** Something that the shopper must know before trying again; {@code alert} is a message key. */
    record Trouble(HttpStatus status, @Nullable String alert, Map<String, String> problems) {}

    ModelAndView fresh(Page page) {
        return show(CheckoutForm.blank(), null, null, page);
    }

    /** Shows the form again, under the key of {@code submission}, or under a new one if there is none. */
    ModelAndView again(CheckoutForm form, @Nullable Submission submission, Trouble trouble, Page page) {
        return show(form, submission, trouble, page);
    }

    private ModelAndView show(
            CheckoutForm form, @Nullable Submission submission, @Nullable Trouble trouble, Page page) {
        PricedCart cart = pricing.price(page.cart().get(), page.calls());
        if (cart.empty()) {
            return page.redirect("/cart", Notice.CART_EMPTY);
        }
        if (cart.anyGone()) {
            return page.redirect("/cart", Notice.PRODUCT_GONE);
        }
        ModelAndView shown = new ModelAndView("checkout/checkout");
        shown.addObject("cart", cart);
        shown.addObject("form", form);
        shown.addObject("methods", PaymentMethod.values());
        shown.addObject("countries", COUNTRIES);
        shown.addObject(
                "submission", submission == null ? Submission.first(cart.total()) : submission.withTotal(cart.total()));
        shown.addObject("problems", trouble == null ? Map.of() : trouble.problems());
        shown.addObject("alert", trouble == null ? null : trouble.alert());
        shown.setStatus(trouble == null ? HttpStatus.OK : trouble.status());
        return shown;
    }
}
