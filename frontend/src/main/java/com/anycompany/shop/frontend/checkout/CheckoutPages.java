package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.cart.Cart;
import com.anycompany.shop.frontend.cart.CartPricing;
import com.anycompany.shop.frontend.cart.PricedCart;
import com.anycompany.shop.frontend.cart.ShopperCart;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
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

/** Renders the checkout page, blank or with an error. A cart that can't be ordered is shown instead of it. */
@Component
class CheckoutPages {

    private static final List<Choice> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Choice(
                    code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.US)))
            .sorted(Comparator.comparing(Choice::name))
            .toList();

    private final CartPricing pricing;

    CheckoutPages(CartPricing pricing) {
        this.pricing = pricing;
    }

    /** The page's request and the cart that is to be ordered. */
    record Context(Page page, ShopperCart cart) {}

    /**
     * Why the form is shown again.
     *
     * @param alert message key
     * @param problems message keys by form field
     */
    record FormError(HttpStatus status, @Nullable String alert, Map<String, String> problems) {

        static FormError of(HttpStatus status, String alert) {
            return new FormError(status, alert, Map.of());
        }
    }

    ModelAndView blank(Context context) {
        return show(CheckoutForm.blank(), null, new FormError(HttpStatus.OK, null, Map.of()), context);
    }

    /** Shows the form again, with the key of {@code submission}, or with a new key if that is null. */
    ModelAndView again(CheckoutForm form, @Nullable Submission submission, FormError error, Context context) {
        return show(form, submission, error, context);
    }

    private ModelAndView show(CheckoutForm form, @Nullable Submission submission, FormError error, Context context) {
        Cart known = context.cart().get();
        PricedCart cart;
        try {
            cart = pricing.price(known, context.page().calls());
        } catch (ServiceUnavailable e) {
            throw e.asMissing("prices");
        }
        if (cart.empty()) {
            return context.page().redirect("/cart", Notice.CART_EMPTY);
        }
        if (cart.anyGone()) {
            return context.page().redirect("/cart", Notice.PRODUCT_GONE);
        }
        ModelAndView shown = new ModelAndView("checkout/checkout", error.status());
        shown.addObject("cart", cart);
        shown.addObject("form", form);
        shown.addObject("methods", PaymentMethod.values());
        shown.addObject(
                "countries", new Choice.Choices(COUNTRIES, form.address().country()));
        shown.addObject(
                "states", new Choice.Choices(UsStates.ALL, form.address().state()));
        shown.addObject(
                "submission",
                submission == null
                        ? Submission.withNewKey(context.page().shopper(), cart.total())
                        : submission.withTotal(cart.total()));
        shown.addObject("problems", error.problems());
        shown.addObject("alert", error.alert());
        return shown;
    }
}
