package com.anycompany.shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.order.order.Money;
import com.anycompany.shop.order.order.OrderId;
import com.anycompany.shop.order.payment.PaymentClient.Charge;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpaqueJsonTests {

    private static final Money PRICE = new Money(new BigDecimal("24.90"), "USD");

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void cardOfAnyForm_isPassedOnUnchanged_butNeverPrinted() {
        String card = """
                {"number":"4242424242424242","issue":[1,null,{"x":0.10}]}""";
        Charge charge = charge("""
                {"method":"card","card":%s}""".formatted(card));

        assertThat(json.valueToTree(charge).get("card")).isEqualTo(json.readTree(card));
        assertThat(charge.toString()).contains("card=[redacted]").doesNotContain("4242");
    }

    @Test
    void paymentDetails_canNotReplaceOrderOrAmount() {
        Charge charge = charge("""
                {"method":"card","orderId":"another","amount":{"amount":0.01,"currency":"USD"}}""");

        assertThat(json.valueToTree(charge).get("orderId").asString()).isEqualTo("o-1");
        assertThat(json.valueToTree(charge).at("/amount/amount").decimalValue()).isEqualByComparingTo("24.90");
    }

    private Charge charge(String details) {
        return Charge.of(new OrderId("o-1"), PRICE, json.readValue(details, PaymentDetails.class));
    }
}
