package com.anycompany.shop.payment.payment;

import com.anycompany.shop.payment.payment.Cashier.Receipt;
import com.anycompany.shop.payment.payment.Payment.Charge;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP endpoints of payments. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentController {

    private final Cashier cashier;
    private final Payments payments;

    PaymentController(Cashier cashier, Payments payments) {
        this.cashier = cashier;
        this.payments = payments;
    }

    @PostMapping
    ResponseEntity<PaymentView> pay(
            @RequestHeader("Idempotency-Key") IdempotencyKey idempotencyKey,
            @RequestBody @Valid PaymentRequest request) {
        CurrentTrace.annotate("order_id", request.orderId());
        Receipt receipt = cashier.pay(request, idempotencyKey);
        PaymentView view = PaymentView.of(receipt.payment());
        return receipt.repeated()
                ? ResponseEntity.ok(view)
                : ResponseEntity.created(URI.create("/api/v1/payments/" + view.id()))
                        .body(view);
    }

    @PostMapping("/void")
    PaymentView cancel(@RequestBody @Valid VoidRequest request) {
        CurrentTrace.annotate("order_id", request.orderId());
        return PaymentView.of(cashier.cancel(new OrderId(request.orderId())));
    }

    @GetMapping("/{id}")
    PaymentView payment(@PathVariable PaymentId id) {
        return payments.find(id).map(PaymentView::of).orElseThrow(() -> PaymentProblems.unknownPayment(id));
    }

    @GetMapping
    PaymentView paymentOf(@RequestParam OrderId orderId) {
        CurrentTrace.annotate("order_id", orderId.value());
        return payments.find(PaymentId.of(orderId))
                .map(PaymentView::of)
                .orElseThrow(() -> PaymentProblems.unknownPayment(orderId));
    }

    /** Request body of a void. */
    record VoidRequest(
            @NotNull(message = "is missing: say which order's payment is voided")
            @Pattern(regexp = OrderId.REGEX, message = OrderId.RULE)
            String orderId) {}

    /** Response with a payment; one that was voided before it was requested has neither amount nor method. */
    record PaymentView(
            String id,
            String orderId,
            PaymentStatus status,
            @Nullable Money amount,
            @Nullable String method,
            @Nullable String last4,
            @Nullable String reason,
            @Nullable Instant capturedAt,
            @Nullable Instant voidedAt) {

        static PaymentView of(Payment payment) {
            Charge charge = payment.charge();
            return new PaymentView(
                    payment.id().value(),
                    payment.orderId().value(),
                    payment.status(),
                    charge == null ? null : charge.amount(),
                    charge == null ? null : charge.method(),
                    charge == null ? null : charge.last4(),
                    payment.reason(),
                    payment.status() == PaymentStatus.CAPTURED ? payment.capturedAt() : null,
                    payment.voidedAt());
        }
    }
}
