package com.anycompany.shop.payment.processor;

import com.anycompany.shop.payment.method.Card;
import com.anycompany.shop.payment.method.PaymentDetails;
import com.anycompany.shop.payment.method.Wallet;
import com.anycompany.xray.spring.Traced;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Simulated payment processor, for a shop without real money. Its verdict depends on the test card or account alone, so that
 * a repeated request gets the same one. It has a latency, so that it is visible in a trace.
 */
@Component
class SimulatedProcessor implements PaymentProcessor {

    private static final Logger log = LoggerFactory.getLogger(SimulatedProcessor.class);

    private static final Map<String, String> DECLINED_CARDS = Map.of(
            "4000000000000002", "card-declined",
            "4000000000009995", "insufficient-funds",
            "4000000000000069", "expired-card");
    private static final String FAILING_CARD = "4000000000000119";
    private static final String TIMEOUT_CARD = "4000000000000341";

    private final Duration latency;
    private final Duration timeout;

    SimulatedProcessor(
            @Value("${payment.processor.latency:25ms}") Duration latency,
            @Value("${payment.processor.timeout:1s}") Duration timeout) {
        this.latency = latency;
        this.timeout = timeout;
    }

    @Override
    @Traced
    public Verdict authorize(String paymentId, PaymentDetails details) {
        Card used = details.card();
        String card = used == null ? "" : used.number().digits();
        if (card.equals(TIMEOUT_CARD)) {
            pause(timeout);
            throw ProcessorFailed.timedOut();
        }
        pause(latency);
        if (card.equals(FAILING_CARD)) {
            throw ProcessorFailed.failed();
        }
        Wallet wallet = details.wallet();
        String reason = wallet == null ? DECLINED_CARDS.get(card) : walletReason(wallet);
        return reason == null ? Verdict.APPROVED : Verdict.declined(reason);
    }

    @Override
    @Traced
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
