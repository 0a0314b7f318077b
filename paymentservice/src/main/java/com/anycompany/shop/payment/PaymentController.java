package com.anycompany.shop.payment;

import com.anycompany.shop.payment.Cashier.Receipt;
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

/** Payments over HTTP. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentController {

    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    private static final String ID_REMEDY = "must be 1 to 64 letters, digits, '-' or '_'";

    private final Cashier cashier;
    private final Payments payments;

    PaymentController(Cashier cashier, Payments payments) {
        this.cashier = cashier;
        this.payments = payments;
    }

    @PostMapping
    ResponseEntity<PaymentView> pay(
            @RequestHeader("Idempotency-Key") @Pattern(regexp = ID, message = ID_REMEDY) String idempotencyKey,
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
        return PaymentView.of(cashier.cancel(request.orderId()));
    }

    @GetMapping("/{id}")
    PaymentView payment(@PathVariable String id) {
        return payments.find(id).map(PaymentView::of).orElseThrow(() -> Problem.unknownPayment(id));
    }

    @GetMapping
    PaymentView paymentOf(@RequestParam @Pattern(regexp = ID, message = ID_REMEDY) String orderId) {
        CurrentTrace.annotate("order_id", orderId);
        return payments.find(Payment.idFor(orderId))
                .map(PaymentView::of)
                .orElseThrow(() -> Problem.unknownPayment("of order " + orderId));
    }

    /** Names the order whose payment is to end. */
    record VoidRequest(
            @NotNull(message = "is missing: say which order's payment is voided")
            @Pattern(regexp = ID, message = ID_REMEDY)
            String orderId) {}

    /** A payment as its readers see it. */
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
            return new PaymentView(
                    payment.id(),
                    payment.orderId(),
                    payment.status(),
                    payment.amount(),
                    payment.method(),
                    payment.last4(),
                    payment.reason(),
                    payment.status() == PaymentStatus.CAPTURED ? payment.capturedAt() : null,
                    payment.voidedAt());
        }
    }
}
