package com.anycompany.shop.payment.payment;

import com.anycompany.service.spring.problem.ProblemException;
import com.anycompany.shop.payment.payment.Payment.Charge;
import com.anycompany.shop.payment.processor.PaymentProcessor;
import com.anycompany.shop.payment.processor.PaymentProcessor.Verdict;
import com.anycompany.shop.payment.processor.ProcessorFailed;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes an order's money at most once.
 *
 * <ol>
 *   <li>It claims the idempotency key for the order, so that the key pays for no other order.
 *   <li>It writes that it is about to call the processor (AUTHORIZING), under a lease.
 *   <li>It calls the processor, with the payment's id as the key.
 *   <li>It writes the verdict, if the payment is still its own: a void that came in between wins, and then the processor is
 *       told to release the money at once.
 * </ol>
 *
 * A process that dies after any step leaves a payment that isn't captured; a repeated request takes it up, a void ends it.
 */
@Component
class Cashier {

    private static final Logger log = LoggerFactory.getLogger(Cashier.class);

    private final Payments payments;
    private final PaymentProcessor processor;

    Cashier(Payments payments, PaymentProcessor processor) {
        this.payments = payments;
        this.processor = processor;
    }

    /** The captured payment; everything else is a {@link ProblemException}. */
    Receipt pay(PaymentRequest request, IdempotencyKey key) {
        PaymentId id = PaymentId.of(request.order());
        Optional<Payment> known = payments.find(id);
        if (known.isEmpty()) {
            if (!payments.claim(key, request.order())) {
                throw PaymentProblems.keyReused();
            }
            Optional<Payment> begun = payments.begin(request, key);
            if (begun.isPresent()) {
                return charge(begun.get(), request);
            }
            known = payments.find(id);
        }
        return repeat(known.orElseThrow(), request, key);
    }

    private Receipt repeat(Payment known, PaymentRequest request, IdempotencyKey key) {
        if (known.status() == PaymentStatus.VOIDED) {
            throw PaymentProblems.voided(known);
        }
        Charge charge = known.charge();
        if (charge == null || !charge.key().equals(key)) {
            throw PaymentProblems.paymentExists(known);
        }
        if (!charge.fingerprint().equals(Fingerprint.of(request))) {
            throw PaymentProblems.keyReused();
        }
        if (known.status() != PaymentStatus.AUTHORIZING) {
            return settled(known);
        }
        if (payments.isUnderWay(known)) {
            throw PaymentProblems.inProgress(known);
        }
        return payments.takeUp(known)
                .map(mine -> charge(mine, request))
                .orElseThrow(() -> PaymentProblems.inProgress(known));
    }

    private Receipt charge(Payment mine, PaymentRequest request) {
        Verdict verdict = authorize(mine, request);
        Optional<Payment> written =
                verdict.approved() ? payments.capture(mine) : payments.decline(mine, verdict.reason());
        if (written.isPresent()) {
            Payment payment = written.get();
            if (payment.status() == PaymentStatus.DECLINED) {
                throw PaymentProblems.declined(payment);
            }
            return new Receipt(payment, false);
        }
        Payment now = payments.find(mine.id()).orElseThrow();
        if (now.status() == PaymentStatus.VOIDED) {
            log.info("{} was voided during the processor's call: releasing the money", mine.id());
            processor.cancel(mine.id().value());
        }
        return settled(now);
    }

    private Verdict authorize(Payment mine, PaymentRequest request) {
        try {
            return processor.authorize(mine.id().value(), request);
        } catch (ProcessorFailed e) {
            log.warn("{}: {}", mine.id(), e.getMessage());
            payments.release(mine);
            throw PaymentProblems.processorFailed(mine, e);
        }
    }

    private static Receipt settled(Payment payment) {
        return switch (payment.status()) {
            case CAPTURED -> new Receipt(payment, true);
            case DECLINED -> throw PaymentProblems.declined(payment);
            case VOIDED -> throw PaymentProblems.voided(payment);
            case AUTHORIZING -> throw PaymentProblems.inProgress(payment);
        };
    }

    /** Ends the order's payment for good; may be repeated, and then tells the processor again. */
    Payment cancel(OrderId order) {
        Payment voided = payments.markVoided(order);
        if (voided.charge() != null) {
            processor.cancel(voided.id().value());
        }
        return voided;
    }

    /** Captured payment, and whether it had been captured before this request. */
    record Receipt(Payment payment, boolean repeated) {}
}
