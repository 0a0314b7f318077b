package com.anycompany.shop.payment;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A processor for a shop without real money. Its verdict follows from the test card or account alone, so that a repeat
 * gets the same one, and it takes its time, so that it shows in a trace.
 */
@Component
class SimulatedProcessor implements PaymentProcessor {

    private static final Logger log = LoggerFactory.getLogger(SimulatedProcessor.class);

    private static final Map<String, String> DECLINED_CARDS = Map.of(
            "4000000000000002", "card-declined",
            "4000000000009995", "insufficient-funds",
            "4000000000000069", "expired-card");
    private static final String FAILING_CARD = "4000000000000119";
    private static final String SILENT_CARD = "4000000000000341";

    private final Duration latency;
    private final Duration timeout;

    SimulatedProcessor(
            @Value("${payment.processor.latency:25ms}") Duration latency,
            @Value("${payment.processor.timeout:1s}") Duration timeout) {
        this.latency = latency;
        this.timeout = timeout;
    }

    @Override
    @XRayEnabled
    public Verdict authorize(String paymentId, PaymentRequest request) {
        String card = request.card() == null ? "" : request.card().number().digits();
        if (card.equals(SILENT_CARD)) {
            pause(timeout);
            throw ProcessorFailed.timedOut();
        }
        pause(latency);
        if (card.equals(FAILING_CARD)) {
            throw ProcessorFailed.failed();
        }
        String reason = request.wallet() == null ? DECLINED_CARDS.get(card) : walletReason(request.wallet());
        return reason == null ? Verdict.APPROVED : Verdict.declined(reason);
    }

    @Override
    @XRayEnabled
    public void cancel(String paymentId) {
        pause(latency);
        log.info("Cancelled {} with the processor", paymentId);
    }

    private static @Nullable String walletReason(Wallet wallet) {
        return wallet.account().toLowerCase(Locale.ROOT).startsWith("declined@") ? "card-declined" : null;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProcessorFailed.timedOut();
        }
    }
}
