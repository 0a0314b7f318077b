package com.anycompany.shop.loadgenerator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jsoup.nodes.FormElement;

/** Going through the checkout with a full cart, if need be with a second card. */
final class Purchase {

    static final String DECLINED_KIND = "402 for a card that is declined";

    private static final String CHECKOUT = "main form:has([name=email])";

    private final Browser browser;
    private final Traffic traffic;
    private final Habits habits;
    private final Thinking thinking;
    private final RandomGenerator random;

    /** The shopper's pause between two steps. */
    interface Thinking {
        void think() throws SessionEnded;
    }

    Purchase(Browser browser, Traffic traffic, Habits habits, Thinking thinking, RandomGenerator random) {
        this.browser = browser;
        this.traffic = traffic;
        this.habits = habits;
        this.thinking = thinking;
        this.random = random;
    }

    void run() throws SessionEnded {
        Customer customer = Customer.pick(random);
        Page checkout = browser.open("/checkout");
        thinking.think();
        if (random.nextDouble() < habits.declinedCard()) {
            checkout = pay(checkout, customer, Payment.DECLINED_CARD);
            thinking.think();
        }
        pay(checkout, customer, methodOfChoice());
    }

    private Payment methodOfChoice() {
        if (random.nextDouble() >= habits.wallet()) {
            return Payment.CARD;
        }
        return random.nextBoolean() ? Payment.ANYPAY : Payment.POCKET;
    }

    private Page pay(Page checkout, Customer customer, Payment payment) throws SessionEnded {
        Optional<FormElement> form = checkout.form(CHECKOUT);
        if (form.isEmpty()) {
            return checkout;
        }
        Map<String, String> answers = new LinkedHashMap<>(customer.answers());
        answers.putAll(payment.answers(customer.name()));
        try {
            Page answer = payment == Payment.DECLINED_CARD
                    ? browser.submit(checkout, form.get(), answers, 402)
                    : browser.submit(checkout, form.get(), answers);
            traffic.checkout(outcome(answer));
            return answer;
        } catch (SessionEnded left) {
            traffic.checkout(Checkout.REFUSED);
            throw left;
        }
    }

    private Checkout outcome(Page answer) {
        if (answer.answered(402)) {
            traffic.expectedError(DECLINED_KIND);
            return Checkout.DECLINED;
        }
        if (answer.find("main [data-status=PLACING]").isPresent()) {
            return Checkout.PENDING;
        }
        if (!answer.address().getPath().startsWith("/orders/")) {
            return Checkout.REFUSED;
        }
        return answer.find("main .order-head.pending").isPresent() ? Checkout.PENDING : Checkout.CONFIRMED;
    }
}
