package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.checkout.CheckoutPages.Trouble;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** From the cart to the order. */
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
    ModelAndView form(Page page) {
        return pages.fresh(page);
    }

    @PostMapping("/checkout")
    ModelAndView order(
            @RequestParam(defaultValue = "") String idempotencyKey,
            @RequestParam(defaultValue = "") String expectedTotal,
            @ModelAttribute CheckoutForm form,
            Page page,
            HttpServletResponse response) {
        Submission submission = Submission.sent(idempotencyKey, expectedTotal);
        if (submission == null) {
            return pages.again(form, null, trouble(HttpStatus.UNPROCESSABLE_CONTENT, "checkout.alert.stale"), page);
        }
        Map<String, String> problems = rules.problems(form);
        if (!problems.isEmpty()) {
            return pages.again(form, submission, new Trouble(HttpStatus.UNPROCESSABLE_CONTENT, null, problems), page);
        }
        return next(checkout.place(form, submission, page), form, submission, page, response);
    }

    /** A key whose order was refused is spent; one whose order's fate is unknown is kept, so that trying again is safe. */
    private ModelAndView next(
            Outcome outcome, CheckoutForm form, Submission submission, Page page, HttpServletResponse response) {
        return switch (outcome.kind()) {
            case PLACED -> placed(String.valueOf(outcome.orderId()), page);
            case EMPTY_CART -> page.redirect("/cart", Notice.CART_EMPTY);
            case PRODUCT_GONE -> page.redirect("/cart", Notice.PRODUCT_GONE);
            case KEY_REUSED -> page.redirect("/orders", Notice.ORDER_FORM_USED);
            case PRICE_CHANGED ->
                pages.again(form, null, trouble(HttpStatus.CONFLICT, "checkout.alert.price-changed"), page);
            case CART_ORDERED -> page.redirect("/orders/" + outcome.orderId(), Notice.CART_ORDERED);
            case WITHDRAWN -> pages.again(form, null, trouble(HttpStatus.CONFLICT, "checkout.alert.withdrawn"), page);
            case DECLINED -> declined(outcome, form, page);
            case INVALID ->
                pages.again(
                        form,
                        null,
                        new Trouble(HttpStatus.UNPROCESSABLE_CONTENT, "checkout.alert.refused", outcome.problems()),
                        page);
            case UNAVAILABLE ->
                pages.again(
                        form, submission, trouble(HttpStatus.SERVICE_UNAVAILABLE, "checkout.alert.unavailable"), page);
            case UNKNOWN -> new PlacingPage(submission.key(), clock.millis()).show(true, response);
        };
    }

    private static ModelAndView placed(String orderId, Page page) {
        CurrentTrace.annotate("order_id", orderId);
        return page.redirect("/orders/" + orderId);
    }

    private static Trouble trouble(HttpStatus status, String alert) {
        return new Trouble(status, alert, Map.of());
    }

    /** Where the form can't be shown again in time, the declined order's own page tells the same. */
    private ModelAndView declined(Outcome outcome, CheckoutForm form, Page page) {
        try {
            return pages.again(form, null, trouble(HttpStatus.PAYMENT_REQUIRED, declined(outcome.reason())), page);
        } catch (ServiceUnavailable e) {
            if (outcome.orderId() == null) {
                throw e;
            }
            return page.redirect("/orders/" + outcome.orderId());
        }
    }

    private static String declined(@Nullable String reason) {
        return "checkout.alert." + (reason != null && EXPLAINED_REASONS.contains(reason) ? reason : "card-declined");
    }
}
