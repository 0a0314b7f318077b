package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.web.ShopperId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Status page of an order that was sent and not answered in time. Its address has all that is needed to ask for the result,
 * and the {@code Refresh} header makes the browser load it again and again, also without JavaScript.
 *
 * @param shopper the one for whom the form was made
 * @param since when the order was sent, in milliseconds since 1970
 */
record SubmissionStatusPage(IdempotencyKey key, ShopperId shopper, long since) {

    private static final int REFRESH_SECONDS = 2;

    /** What is known of the order. */
    enum State {
        /** There is no order so far. */
        ASKED,
        /** orderservice doesn't answer. */
        UNREACHABLE,
        /** There is no order, and it took so long that the submission should be withdrawn; the page has a form that does it. */
        OVERDUE
    }

    ModelAndView show(State state, HttpServletResponse response) {
        response.setHeader("Refresh", REFRESH_SECONDS + "; url=" + address());
        ModelAndView shown = new ModelAndView("checkout/submission", HttpStatus.ACCEPTED);
        shown.addObject("state", state.name().toLowerCase(Locale.ROOT));
        shown.addObject("sent", this);
        shown.addObject("address", address());
        return shown;
    }

    private String address() {
        return "/checkout/placing?key=" + key + "&shopper=" + shopper + "&since=" + since;
    }
}
