package com.anycompany.shop.order.payment;

import com.anycompany.service.spring.problem.FieldViolation;
import com.anycompany.shop.order.order.Money;
import com.anycompany.shop.order.order.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Client of the payment service. An order's id is the key of its payment. */
interface PaymentClient {

    @PostExchange("/api/v1/payments")
    Payment pay(@RequestHeader("Idempotency-Key") OrderId key, @RequestBody Charge charge);

    @GetExchange("/api/v1/payments")
    Payment paymentOf(@RequestParam OrderId orderId);

    @PostExchange("/api/v1/payments/void")
    Payment cancel(@RequestBody Cancellation cancellation);

    /** Request to take this amount for this order. */
    record Charge(
            String orderId,
            Money amount,
            String method,
            @Nullable OpaqueJson card,
            @Nullable OpaqueJson wallet) {

        static Charge of(OrderId orderId, Money amount, PaymentDetails details) {
            return new Charge(orderId.value(), amount, details.method(), details.card(), details.wallet());
        }
    }

    /** Request that this order has no captured payment, ever. */
    record Cancellation(String orderId) {}

    /** The parts of a payment that an order needs. */
    record Payment(
            String id,
            String status,
            @Nullable String reason,
            @Nullable String last4) {}

    /** The parts of a problem response that an order needs. */
    record Refusal(
            @Nullable String reason,
            @Nullable String paymentId,
            @Nullable String last4,
            @Nullable List<FieldViolation> errors) {}
}
