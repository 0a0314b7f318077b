package com.anycompany.shop.order.payment;

import com.anycompany.shop.order.order.FieldProblem;
import com.anycompany.shop.order.order.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What this service asks of the payment service. */
interface PaymentClient {

    @PostExchange("/api/v1/payments")
    Payment pay(@RequestHeader("Idempotency-Key") String key, @RequestBody Charge charge);

    @GetExchange("/api/v1/payments")
    Payment paymentOf(@RequestParam String orderId);

    @PostExchange("/api/v1/payments/void")
    Payment cancel(@RequestBody Cancellation cancellation);

    /** This much for this order from this card or wallet. */
    record Charge(
            String orderId,
            Money amount,
            String method,
            @Nullable Card card,
            @Nullable Wallet wallet) {}

    /** No payment for this order, ever. */
    record Cancellation(String orderId) {}

    /** A payment, as far as an order minds. */
    record Payment(String id, String status, @Nullable String reason) {}

    /** Why a payment wasn't made. */
    record Refusal(
            @Nullable String type,
            @Nullable String reason,
            @Nullable String paymentId,
            @Nullable List<FieldProblem> errors) {}
}
