package com.anycompany.shop.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import com.anycompany.service.spring.dynamodb.DynamoDbAutoConfiguration;
import com.anycompany.service.spring.dynamodb.TableInitializer;
import com.anycompany.shop.order.ForgetfulDynamoDb;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.OrderStatus;
import com.anycompany.shop.order.order.Orders;
import com.anycompany.shop.order.order.OrdersTable;
import com.anycompany.shop.order.order.PaymentId;
import com.anycompany.shop.order.order.PaymentReference;
import com.anycompany.shop.order.order.SettlementProperties;
import com.anycompany.shop.order.order.TestOrders;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table's writes when DynamoDB has done them and its answers are lost, so that the SDK sends them once more. */
class LostAnswerTests {

    private static ForgetfulDynamoDb forgetful;
    private static AnnotationConfigApplicationContext context;
    private static Orders orders;
    private static Submissions submissions;

    private final Order order = TestOrders.pending();
    private final SubmissionKey key = new SubmissionKey(
            order.shopperId(), new IdempotencyKey(UUID.randomUUID().toString()));

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        forgetful = new ForgetfulDynamoDb(LocalDynamoDb.use());
        System.setProperty("aws.endpointUrlDynamoDb", forgetful.url());
        context = new AnnotationConfigApplicationContext(OrdersTable.class, DynamoDbAutoConfiguration.class);
        LocalDynamoDb.use();
        context.getBean(TableInitializer.class).run(new DefaultApplicationArguments());
        DynamoDbClient client = context.getBean(DynamoDbClient.class);
        orders = new Orders(
                client,
                new SettlementProperties(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(30)),
                Clock.systemUTC());
        submissions = new Submissions(client, orders, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        context.close();
        forgetful.close();
    }

    @Test
    void transactionThatIsSentAgain_bearsTheSameToken_andPlacesOneOrder() {
        forgetful.losesAnswers(1);

        submissions.place(order, key, "fingerprint", null);

        assertThat(forgetful.writes()).hasSize(2);
        assertThat(forgetful.writes())
                .extracting(write -> write.path("ClientRequestToken").asString())
                .doesNotContain("")
                .containsOnly(
                        forgetful.writes().get(0).path("ClientRequestToken").asString());
        assertThat(submissions.orderOf(key)).map(Order::id).hasValue(order.id());
        assertThat(submissions.buyerOfCart(order)).map(Order::id).hasValue(order.id());
        assertThat(orders.ofShopper(order.shopperId())).hasSize(1);
    }

    @Test
    void transactionThatIsNeverAnswered_isAFailure_butTheOrderIsFoundByItsKey() {
        forgetful.losesAnswers(99);

        assertThatThrownBy(() -> submissions.place(order, key, "fingerprint", null))
                .isInstanceOf(SdkException.class);

        forgetful.losesAnswers(0);
        assertThat(submissions.orderOf(key)).map(Order::id).hasValue(order.id());
    }

    @Test
    void confirmationThatIsSentAgain_looksAsIfSomebodyElseHadConfirmed() {
        submissions.place(order, key, "fingerprint", null);
        forgetful.losesAnswers(1);

        assertThat(orders.markPaid(order.id(), new PaymentReference(new PaymentId("pay-" + order.id()), null)))
                .isEmpty();

        assertThat(orders.find(order.id())).map(Order::status).hasValue(OrderStatus.CONFIRMED);
    }

    @Test
    void withdrawalThatIsSentAgain_isOne() {
        forgetful.losesAnswers(1);

        assertThat(submissions.withdraw(key)).isEmpty();

        assertThatThrownBy(() -> submissions.orderOf(key)).hasMessageContaining("submission-withdrawn");
        assertThat(submissions.place(order, key, "fingerprint", null)).isFalse();
    }
}
