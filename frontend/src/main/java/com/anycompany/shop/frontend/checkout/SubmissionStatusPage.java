package com.anycompany.shop.frontend.checkout;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * Status page of an order that was sent and not answered in time. Its address has all that is needed to ask for the result,
 * and the {@code Refresh} header makes the browser load it again and again, also without JavaScript.
 *
 * @param since when the order was sent, in milliseconds since 1970
 */
record SubmissionStatusPage(IdempotencyKey key, long since) {

    private static final int REFRESH_SECONDS = 2;

    /** @param answered whether orderservice answered the question for the result */
    ModelAndView show(boolean answered, HttpServletResponse response) {
        response.setHeader("Refresh", REFRESH_SECONDS + "; url=" + address());
        ModelAndView shown = new ModelAndView("checkout/submission", HttpStatus.ACCEPTED);
        shown.addObject("answered", answered);
        shown.addObject("address", address());
        return shown;
    }

    private String address() {
        return "/checkout/placing?key=" + key + "&since=" + since;
    }
}
