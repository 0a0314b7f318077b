package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a shopper reads out when asked for an order. */
class OrderNumberTests extends WholeStorefront {

    @Test
    void number_isTheIdsBeginningInTwoGroups_onTheOrderAndInTheHistory() {
        addToCart(SPEAKER, 1);
        Browser.Page order = placeOrder(browser.open("/checkout"), entries(OK_CARD));
        String id = order.textOf("#order-id").toUpperCase(Locale.ROOT);
        String number = id.substring(0, 4) + "-" + id.substring(4, 8);

        assertThat(order.text()).contains(number);
        assertThat(browser.open("/orders").text()).contains("Order " + number);
    }
}
