package com.anycompany.shop.payment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.mock;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import com.anycompany.service.spring.dynamodb.DynamoDbAutoConfiguration;
import com.anycompany.service.spring.dynamodb.TableInitializer;
import com.anycompany.service.spring.problem.ProblemException;
import com.anycompany.shop.payment.method.PaymentDetails;
import com.anycompany.shop.payment.method.Wallet;
import com.anycompany.shop.payment.processor.PaymentProcessor;
import com.anycompany.shop.payment.processor.ProcessorFailed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** Attempts of one payment that run at once, die, or are voided while they run. */
class CashierTests {

    private static AnnotationConfigApplicationContext context;
    private static DynamoDbClient dynamoDb;

    private final OrderId order = new OrderId(UUID.randomUUID().toString());
    private final IdempotencyKey key = new IdempotencyKey(order.value());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> cancelled = Collections.synchronizedList(new ArrayList<>());
    private final Payments payments = new Payments(dynamoDb, Clock.systemUTC());

    @BeforeAll
    static void createTable() throws InterruptedException {
        LocalDynamoDb.use();
        context = new AnnotationConfigApplicationContext(PaymentsTable.class, DynamoDbAutoConfiguration.class);
        dynamoDb = context.getBean(DynamoDbClient.class);
        context.getBean(TableInitializer.class).run(new DefaultApplicationArguments());
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void twentyRequestsAtOnce_askTheProcessorOnce() throws Exception {
        Cashier cashier = cashier(payments, () -> PaymentProcessor.Verdict.APPROVED);
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            Callable<String> pay = () -> {
                try {
                    return cashier.pay(request(), key).payment().status().name();
                } catch (ProblemException e) {
                    return String.valueOf(e.getBody().getType());
                }
            };
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : pool.invokeAll(Collections.nCopies(20, pay))) {
                outcomes.add(outcome.get());
            }

            assertThat(asked).hasSize(1);
            assertThat(outcomes)
                    .contains("CAPTURED")
                    .allMatch(it -> it.equals("CAPTURED") || it.equals("urn:problem:payment-in-progress"));
            assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void paymentWhoseFirstNoteWasAnsweredInVain_isRecognisedAndMade() {
        DynamoDbClient forgetful = mock(DynamoDbClient.class, delegatesTo(dynamoDb));
        doAnswer(call -> {
                    PutItemRequest note = call.getArgument(0);
                    PutItemResponse written = dynamoDb.putItem(note);
                    if (!note.item().containsKey("status")) {
                        return written;
                    }
                    throw ConditionalCheckFailedException.builder()
                            .message("the SDK's repeat finds what its first try wrote")
                            .build();
                })
                .when(forgetful)
                .putItem(any(PutItemRequest.class));
        doCallRealMethod().when(forgetful).putItem(ArgumentMatchers.<Consumer<PutItemRequest.Builder>>any());
        Cashier cashier = cashier(new Payments(forgetful, Clock.systemUTC()), () -> PaymentProcessor.Verdict.APPROVED);

        assertThat(cashier.pay(request(), key).payment().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(asked).hasSize(1);
    }

    @Test
    void attemptThatDiedWhileAsking_isTakenUpByARepeatOnceItsLeaseIsOver() {
        Cashier dying = cashier(payments, () -> {
            throw new Died();
        });
        assertThatExceptionOfType(Died.class).isThrownBy(() -> dying.pay(request(), key));

        Cashier early = cashier(payments, () -> PaymentProcessor.Verdict.APPROVED);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> early.pay(request(), key))
                .satisfies(e -> assertThat(e.getBody().getType()).hasToString("urn:problem:payment-in-progress"));

        Payments later = new Payments(dynamoDb, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(6)));
        Cashier late = cashier(later, () -> PaymentProcessor.Verdict.APPROVED);
        assertThat(late.pay(request(), key).payment().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(asked).hasSize(2).containsOnly("pay-" + order);
    }

    @Test
    void paymentVoidedWhileTheProcessorIsAsked_isNeverCaptured() {
        Cashier cashier = cashier(payments, () -> {
            payments.markVoided(order);
            return PaymentProcessor.Verdict.APPROVED;
        });

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cashier.pay(request(), key))
                .satisfies(e -> assertThat(e.getBody().getType()).hasToString("urn:problem:payment-voided"));
        assertThat(payment().status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(payment().capturedAt()).isNull();
        assertThat(cancelled).containsExactly("pay-" + order);
    }

    @Test
    void slowAttempt_leavesThePaymentToTheOneThatTookItUp() {
        Payments later = new Payments(dynamoDb, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(6)));
        Cashier overtaking = cashier(later, () -> PaymentProcessor.Verdict.APPROVED);
        Cashier slow = cashier(payments, () -> {
            overtaking.pay(request(), key);
            return PaymentProcessor.Verdict.declined("insufficient-funds");
        });

        assertThat(slow.pay(request(), key).payment().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void timedOutPayment_isCompletedByARepeatAtOnce() {
        Cashier silent = cashier(payments, () -> {
            throw ProcessorFailed.timedOut();
        });
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> silent.pay(request(), key));
        assertThat(payment().status()).isEqualTo(PaymentStatus.AUTHORIZING);

        Cashier answering = cashier(payments, () -> PaymentProcessor.Verdict.APPROVED);
        assertThat(answering.pay(request(), key).payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void otherKeyForTheSameOrder_isRefused() {
        Cashier cashier = cashier(payments, () -> PaymentProcessor.Verdict.APPROVED);
        cashier.pay(request(), key);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cashier.pay(request(), new IdempotencyKey("another-key")))
                .satisfies(e -> assertThat(e.getBody().getType()).hasToString("urn:problem:payment-exists"));
    }

    private Payment payment() {
        return payments.find(PaymentId.of(order)).orElseThrow();
    }

    private PaymentRequest request() {
        return new PaymentRequest(
                order.value(),
                new Money(new BigDecimal("24.90"), "USD"),
                "anypay",
                null,
                new Wallet("ada@example.com"));
    }

    private Cashier cashier(Payments payments, Supplier<PaymentProcessor.Verdict> verdict) {
        return new Cashier(payments, new PaymentProcessor() {
            @Override
            public Verdict authorize(String paymentId, PaymentDetails details) {
                asked.add(paymentId);
                return verdict.get();
            }

            @Override
            public void cancel(String paymentId) {
                cancelled.add(paymentId);
            }
        });
    }

    /** Stands for kill -9: nothing after it is run. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }
}
