package com.anycompany.shop.payment;

import com.anycompany.shop.payment.PaymentProcessor.Verdict;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes an order's money at most once.
 *
 * <ol>
 *   <li>It writes down that it is about to ask the processor (AUTHORIZING), under a lease.
 *   <li>It asks the processor, with the payment's id as the key.
 *   <li>It writes down the verdict, if the payment is still its own: a void that came in between wins, and then the
 *       processor is told to free the money at once.
 * </ol>
 *
 * Dying after any step leaves a payment that isn't captured; a repeat takes it up, a void ends it.
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

    /** The captured payment; everything else is a {@link Problem}. */
    Receipt pay(PaymentRequest request, String idempotencyKey) {
        String id = Payment.idFor(request.orderId());
        Optional<Payment> known = payments.find(id);
        if (known.isEmpty()) {
            Optional<Payment> begun = payments.begin(request, idempotencyKey);
            if (begun.isPresent()) {
                return charge(begun.get(), request);
            }
            known = payments.find(id);
        }
        return repeat(known.orElseThrow(), request, idempotencyKey);
    }

    private Receipt repeat(Payment known, PaymentRequest request, String idempotencyKey) {
        if (known.status() == PaymentStatus.VOIDED) {
            throw Problem.voided(known);
        }
        if (!idempotencyKey.equals(known.idempotencyKey())) {
            throw Problem.paymentExists(known);
        }
        if (!Fingerprint.of(request).equals(known.fingerprint())) {
            throw Problem.keyReused();
        }
        if (known.status() != PaymentStatus.AUTHORIZING) {
            return settled(known);
        }
        if (payments.isUnderWay(known)) {
            throw Problem.inProgress(known);
        }
        return payments.takeUp(known).map(mine -> charge(mine, request)).orElseThrow(() -> Problem.inProgress(known));
    }

    private Receipt charge(Payment mine, PaymentRequest request) {
        Verdict verdict = ask(mine, request);
        Optional<Payment> written =
                verdict.approved() ? payments.capture(mine) : payments.decline(mine, verdict.reason());
        if (written.isPresent()) {
            Payment payment = written.get();
            if (payment.status() == PaymentStatus.DECLINED) {
                throw Problem.declined(payment);
            }
            return new Receipt(payment, false);
        }
        Payment now = payments.find(mine.id()).orElseThrow();
        if (now.status() == PaymentStatus.VOIDED) {
            log.info("{} was voided while the processor was asked: freeing the money", mine.id());
            processor.cancel(mine.id());
        }
        return settled(now);
    }

    private Verdict ask(Payment mine, PaymentRequest request) {
        try {
            return processor.authorize(mine.id(), request);
        } catch (ProcessorFailed e) {
            log.warn("{}: {}", mine.id(), e.getMessage());
            payments.release(mine);
            throw Problem.processorFailed(mine, e);
        }
    }

    private static Receipt settled(Payment payment) {
        return switch (payment.status()) {
            case CAPTURED -> new Receipt(payment, true);
            case DECLINED -> throw Problem.declined(payment);
            case VOIDED -> throw Problem.voided(payment);
            case AUTHORIZING -> throw Problem.inProgress(payment);
        };
    }

    /** Ends the order's payment for good; may be repeated, and then tells the processor again. */
    Payment cancel(String orderId) {
        Payment voided = payments.markVoided(orderId);
        if (voided.amount() != null) {
            processor.cancel(voided.id());
        }
        return voided;
    }

    /** A captured payment, and whether it had been captured before this request. */
    record Receipt(Payment payment, boolean repeated) {}
}
