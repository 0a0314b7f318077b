package com.anycompany.shop.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.problem.FieldViolation;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.OrderId;
import com.anycompany.shop.order.order.TestOrders;
import com.anycompany.shop.order.payment.PaymentClient.Refusal;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import tools.jackson.databind.node.StringNode;

/** What paymentservice's refusals make of an order: money that may have been taken is never forgotten. */
class PaymentsTests {

    private static final List<FieldViolation> EXPIRED = List.of(new FieldViolation("card.expiry", "is over"));

    private final Order order = TestOrders.pending();

    @Test
    void detailsThatAreRefused_declineTheOrder_andNameTheField() {
        assertThat(pay(refused(HttpStatus.UNPROCESSABLE_CONTENT, EXPIRED)))
                .isInstanceOfSatisfying(
                        PaymentOutcome.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .containsExactly(new FieldViolation("payment.card.expiry", "is over")));
    }

    @Test
    void detailsThatCantBeRead_areNamedToo() {
        assertThat(pay(refused(HttpStatus.BAD_REQUEST, EXPIRED))).isInstanceOf(PaymentOutcome.Invalid.class);
    }

    @Test
    void detailsThatAreRefusedAtTheSecondTryOnly_leaveTheOrderOpen_sinceTheFirstMayHaveTakenTheMoney() {
        assertThat(pay(connectionReset(), refused(HttpStatus.UNPROCESSABLE_CONTENT, EXPIRED)))
                .isEqualTo(new PaymentOutcome.Open());
    }

    @Test
    void keyThatPaidForSomethingElse_isNoDecline() {
        assertThat(pay(refused(HttpStatus.UNPROCESSABLE_CONTENT, null))).isEqualTo(new PaymentOutcome.Open());
    }

    @Test
    void declineThatIsHeardAtTheSecondTry_counts() {
        assertThat(pay(connectionReset(), refused(HttpStatus.PAYMENT_REQUIRED, null)))
                .isInstanceOf(PaymentOutcome.Declined.class);
    }

    private PaymentOutcome pay(RuntimeException... failures) {
        Deque<RuntimeException> next = new ArrayDeque<>(List.of(failures));
        return new Payments(new Failing(next))
                .pay(order, new PaymentDetails("anypay", null, new OpaqueJson(StringNode.valueOf("a@b.example"))));
    }

    private static RuntimeException connectionReset() {
        return new ResourceAccessException("reset", new IOException("reset"));
    }

    private static RuntimeException refused(HttpStatus status, @Nullable List<FieldViolation> errors) {
        HttpClientErrorException refused =
                HttpClientErrorException.create(status, "refused", new HttpHeaders(), new byte[0], null);
        refused.setBodyConvertFunction(type -> new Refusal("card-declined", null, null, errors));
        return refused;
    }

    /** Fails in these ways, one after the other. */
    private record Failing(Deque<RuntimeException> next) implements PaymentClient {

        @Override
        public Payment pay(OrderId key, Charge charge) {
            throw next.remove();
        }

        @Override
        public Payment paymentOf(OrderId orderId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Payment cancel(Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }
    }
}
