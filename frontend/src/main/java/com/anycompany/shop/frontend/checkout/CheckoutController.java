package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.cart.ShopperCart;
import com.anycompany.shop.frontend.checkout.CheckoutPages.Context;
import com.anycompany.shop.frontend.checkout.CheckoutPages.FormError;
import com.anycompany.shop.frontend.checkout.SubmissionStatusPage.State;
import com.anycompany.shop.frontend.orders.OrderId;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import com.anycompany.shop.frontend.web.Notice;
import com.anycompany.shop.frontend.web.Page;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The checkout form, and the page that follows when it is sent. */
@Controller
class CheckoutController {

    private static final Set<String> EXPLAINED_REASONS = Set.of("card-declined", "insufficient-funds", "expired-card");

    private final CheckoutPages pages;
    private final CheckoutRules rules;
    private final Checkout checkout;
    private final Clock clock;

    CheckoutController(CheckoutPages pages, CheckoutRules rules, Checkout checkout, Clock clock) {
        this.pages = pages;
        this.rules = rules;
        this.checkout = checkout;
        this.clock = clock;
    }

    @GetMapping("/checkout")
    ModelAndView form(@RequestAttribute Page page, @RequestAttribute ShopperCart shopperCart) {
        return pages.blank(new Context(page, shopperCart));
    }

    @PostMapping("/checkout")
    ModelAndView order(
            @RequestParam(defaultValue = "") String idempotencyKey,
            @RequestParam(defaultValue = "") String shopper,
            @RequestParam(defaultValue = "") String expectedTotal,
            @RequestParam Map<String, String> parameters,
            @RequestAttribute Page page,
            @RequestAttribute ShopperCart shopperCart,
            HttpServletResponse response) {
        CheckoutForm form = CheckoutForm.of(parameters);
        Context context = new Context(page, shopperCart);
        Submission submission = Submission.parse(idempotencyKey, page.shopper(shopper), expectedTotal);
        if (submission == null) {
            FormError outdated = FormError.of(HttpStatus.UNPROCESSABLE_CONTENT, "checkout.alert.stale");
            return pages.again(form, null, outdated, context);
        }
        Map<String, String> problems = rules.problems(form);
        if (!problems.isEmpty()) {
            return pages.again(
                    form, submission, new FormError(HttpStatus.UNPROCESSABLE_CONTENT, null, problems), context);
        }
        Outcome outcome = checkout.place(form, submission, page);
        return outcome.kind() == Outcome.Kind.UNKNOWN
                ? new SubmissionStatusPage(submission.key(), submission.shopper(), clock.millis())
                        .show(State.ASKED, response)
                : next(outcome, form, submission, context);
    }

    /**
     * The page after an outcome. A form whose order was refused is shown with a new key; one whose order can't be placed at the
     * moment keeps its key, so that sending it again can't order twice.
     */
    private ModelAndView next(Outcome outcome, CheckoutForm form, Submission submission, Context context) {
        Page page = context.page();
        return switch (outcome.kind()) {
            case PLACED -> placed(outcome.orderId(), page);
            case EMPTY_CART -> page.redirect("/cart", Notice.CART_EMPTY);
            case PRODUCT_GONE -> page.redirect("/cart", Notice.PRODUCT_GONE);
            case KEY_REUSED -> page.redirect("/orders", Notice.ORDER_FORM_USED);
            case CART_ORDERED -> page.redirect("/orders/" + outcome.orderId(), Notice.CART_ORDERED);
            case DECLINED -> declined(outcome, form, context);
            case UNAVAILABLE, UNKNOWN -> pages.again(form, submission, error(outcome), context);
            case PRICE_CHANGED, WITHDRAWN, INVALID -> pages.again(form, null, error(outcome), context);
        };
    }

    private static FormError error(Outcome outcome) {
        return switch (outcome.kind()) {
            case PRICE_CHANGED -> FormError.of(HttpStatus.CONFLICT, "checkout.alert.price-changed");
            case WITHDRAWN -> FormError.of(HttpStatus.CONFLICT, "checkout.alert.withdrawn");
            case INVALID ->
                new FormError(HttpStatus.UNPROCESSABLE_CONTENT, "checkout.alert.refused", outcome.problems());
            default -> FormError.of(HttpStatus.SERVICE_UNAVAILABLE, "checkout.alert.unavailable");
        };
    }

    private static ModelAndView placed(@Nullable OrderId orderId, Page page) {
        CurrentTrace.annotate("order_id", String.valueOf(orderId));
        return page.redirect("/orders/" + orderId);
    }

    /** If the form can't be shown in time, redirects to the page of the declined order, which says the same. */
    private ModelAndView declined(Outcome outcome, CheckoutForm form, Context context) {
        try {
            FormError declined = FormError.of(HttpStatus.PAYMENT_REQUIRED, explanation(outcome.reason()));
            return pages.again(form, null, declined, context);
        } catch (ServiceUnavailable e) {
            if (outcome.orderId() == null) {
                throw e;
            }
            return context.page().redirect("/orders/" + outcome.orderId());
        }
    }

    private static String explanation(@Nullable String reason) {
        return "checkout.alert." + (reason != null && EXPLAINED_REASONS.contains(reason) ? reason : "card-declined");
    }
}
