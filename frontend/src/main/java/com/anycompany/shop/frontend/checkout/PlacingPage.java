package com.anycompany.shop.frontend.checkout;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of an order whose outcome isn't known yet. Its address carries all that is needed to find out, and the browser
 * opens that again and again by itself, also without JavaScript.
 *
 * @param since when the order was sent, in milliseconds since 1970
 */
record PlacingPage(String key, long since) {

    private static final int SECONDS_BETWEEN_LOOKS = 2;

    /** @param answered whether orderservice could be asked at all */
    ModelAndView show(boolean answered, HttpServletResponse response) {
        response.setHeader("Refresh", SECONDS_BETWEEN_LOOKS + "; url=" + address());
        ModelAndView shown = new ModelAndView("checkout/placing", HttpStatus.ACCEPTED);
        shown.addObject("answered", answered);
        shown.addObject("address", address());
        return shown;
    }

    private String address() {
        return "/checkout/placing?key=" + key + "&since=" + since;
    }
}
