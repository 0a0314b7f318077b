package com.anycompany.shop.audit;

import static com.anycompany.shop.audit.TestTables.number;
import static com.anycompany.shop.audit.TestTables.placedBefore;
import static com.anycompany.shop.audit.TestTables.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit against CapacityDB: silent about sound tables, and each kind of fault is found. */
class AuditTests {

    private static TestTables tables;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        tables = new TestTables();
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @BeforeEach
    void soundTables() {
        tables.empty();
        tables.confirmedOrder("sound");
        tables.order("declined", "DECLINED", Map.of());
        tables.payment("declined", "DECLINED", "50.10");
        tables.order("cancelled", "CANCELLED", Map.of());
        tables.tombstone("cancelled");
        tables.put("Orders", Map.of("id", text("submission#given-up")));
        tables.put("Orders", Map.of("id", text("cart#c@1"), "orderId", text("sound")));
        tables.cart("shopper-who-looks-around", 3, Map.of("p", number("1")));
    }

    @Test
    void soundTables_haveNoViolation() {
        Said said = audit("60s");

        assertThat(said.lines())
                .startsWith("Auditing 3 orders, 3 payments and 2 carts")
                .endsWith("No violations.");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void confirmedOrderWithoutPayment_isFound() {
        tables.remove("Payments", "pay-sound");

        assertOnlyViolation("Order sound: it is CONFIRMED, but there is no payment.");
    }

    @Test
    void confirmedOrderWhosePaymentWasVoided_isFound() {
        tables.payment("sound", "VOIDED", "50.10");

        assertOnlyViolation("Order sound: it is CONFIRMED, but its payment is VOIDED.");
    }

    @Test
    void orderThatIsPaidTwice_isFound() {
        tables.put(
                "Payments",
                Map.of(
                        "id", text("pay-again"),
                        "orderId", text("sound"),
                        "status", text("CAPTURED"),
                        "amount", number("50.10")));

        assertOnlyViolation("Order sound: it is paid 2 times.");
    }

    @Test
    void moneyOfACancelledOrder_isFound() {
        tables.payment("cancelled", "CAPTURED", "50.10");

        assertOnlyViolation("Payment pay-cancelled: 50.10 was captured, but order cancelled is CANCELLED.");
    }

    @Test
    void moneyWithoutAnyOrder_isFound() {
        tables.payment("nowhere", "CAPTURED", "7");

        assertOnlyViolation("Payment pay-nowhere: 7.00 was captured, but there is no order nowhere.");
    }

    @Test
    void amountThatDiffersFromTheTotal_isFound() {
        tables.payment("sound", "CAPTURED", "50.11");

        assertOnlyViolation("Order sound: its total is 50.10, but 50.11 was paid.");
    }

    @Test
    void totalThatDiffersFromTheLines_isFound() {
        tables.order("sound", "CONFIRMED", Map.of("paymentId", text("pay-sound"), "total", number("5.01")));
        tables.payment("sound", "CAPTURED", "5.01");

        assertOnlyViolation("Order sound: its total is 5.01, but its lines cost 50.10.");
    }

    @Test
    void twoOrdersOfOneSubmission_areFound() {
        tables.confirmedOrder("twin");
        tables.order("twin", "CONFIRMED", Map.of("paymentId", text("pay-twin"), "submission", text("key-of-sound")));

        assertOnlyViolation("Submission key-of-sound: it placed two orders, sound and twin.");
    }

    @Test
    void orderThatNoSubmissionNames_isFound() {
        tables.remove("Orders", "submission#key-of-sound");

        assertOnlyViolation("Order sound: no submission names it.");
    }

    @Test
    void submissionWhoseOrderIsMissing_isFound() {
        tables.put("Orders", Map.of("id", text("submission#k"), "orderId", text("lost")));

        assertOnlyViolation("Submission k: it names order lost, which doesn't exist.");
    }

    @Test
    void cartThatIsBoughtTwice_isFound() {
        tables.confirmedOrder("twin");
        tables.order("twin", "CONFIRMED", Map.of("paymentId", text("pay-twin"), "cartId", text("shopper-of-sound")));

        assertOnlyViolation("Cart shopper-of-sound: version 3 was bought twice, by orders sound and twin.");
    }

    @Test
    void cartThatStillHoldsWhatWasBought_isFound() {
        tables.cart("shopper-of-sound", 3, Map.of("p", number("2")));

        assertOnlyViolation("Order sound: it is CONFIRMED, but cart shopper-of-sound still holds what was bought.");
    }

    @Test
    void itemThatCannotBeRead_isFound() {
        tables.put("Payments", Map.of("id", text("pay-half"), "orderId", text("half")));

        assertOnlyViolation("Payments pay-half: attribute status is missing or has the wrong type.");
    }

    @Test
    void orderInFlight_isNoViolation_butOneThatNeverSettlesIs() {
        tables.order("young", "PENDING", Map.of("placedAt", placedBefore(Duration.ofSeconds(1))));
        tables.payment("young", "CAPTURED", "50.10");
        Said said = audit("0s");
        assertThat(said.lines())
                .contains("Still settling: Order young is PENDING.")
                .endsWith("No violations.");
        assertThat(said.exitCode()).isZero();

        tables.order("old", "CANCELLING", Map.of());
        assertOnlyViolation("Order old is CANCELLING, 60");
    }

    @Test
    void orderInFlight_isWaitedFor() throws Exception {
        tables.order("young", "PENDING", Map.of("placedAt", placedBefore(Duration.ofSeconds(1))));
        tables.payment("young", "CAPTURED", "50.10");
        CompletableFuture<Void> settling = CompletableFuture.runAsync(
                () -> tables.order("young", "CONFIRMED", Map.of("paymentId", text("pay-young"))),
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));

        Said said = audit("60s");

        settling.get();
        assertThat(said.lines()).contains("Still settling: 1 order …").endsWith("No violations.");
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void dynamoDbThatIsAway_isSaidInOneLine() {
        StringWriter errors = new StringWriter();

        int exitCode =
                Audit.command().setErr(new PrintWriter(errors, true)).execute("--endpoint", "http://localhost:1");

        assertThat(exitCode).isEqualTo(1);
        assertThat(errors.toString())
                .startsWith("DynamoDB at http://localhost:1 can't be read")
                .hasLineCount(1);
    }

    @Test
    void answersThatTheTablesBearOut_areNoViolation() throws IOException {
        Said said = auditWithBook(
                "CONFIRMED sound 50.10",
                "CONFIRMED sound",
                "DECLINED declined 50.10",
                "CANCELLED cancelled",
                "NOTHING given-up");

        assertThat(said.lines())
                .contains("and 5 answers that shoppers wrote down")
                .endsWith("No violations.");
        assertThat(said.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED lost 1.00, 'Order lost: its shopper was told CONFIRMED, but there is no such order.'",
        "CONFIRMED sound 50.00, 'Order sound: its shopper was told a total of 50.00, but it is 50.1.'",
        "CONFIRMED declined, 'Order declined: its shopper was told CONFIRMED, but it is DECLINED.'",
        "DECLINED sound, 'Order sound: its shopper was told DECLINED, but it is paid 1 time.'",
        "NOTHING key-of-sound, 'Submission key-of-sound: its shopper was told that nothing was ordered, but order sound is CONFIRMED.'"
    })
    void answerThatTheTablesDoNotBearOut_isFound(String answer, String violation) throws IOException {
        assertThat(auditWithBook(answer).lines().lines()).contains(violation);
    }

    @Test
    void shopperWhoWasToldTwoThings_isFound() throws IOException {
        assertThat(auditWithBook("CONFIRMED sound", "DECLINED sound").lines().lines())
                .contains("Order sound: its shopper was told CONFIRMED and DECLINED.");
    }

    @Test
    void bookThatCannotBeRead_isRefusedWithItsLine() throws IOException {
        Said said = auditWithBook("CONFIRMED");

        assertThat(said.lines()).endsWith("'CONFIRMED' isn't STATUS ORDER [TOTAL] or NOTHING KEY.");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    private Said auditWithBook(String... lines) throws IOException {
        Path book = Files.write(folder.resolve("book"), List.of(lines));
        return audit("0s", "--book", book.toString());
    }

    private static void assertOnlyViolation(String start) {
        Said said = audit("0s");
        assertThat(said.lines().lines())
                .anySatisfy(line -> assertThat(line).startsWith(start))
                .last()
                .isEqualTo("1 violation.");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    private static Said audit(String wait, String... more) {
        StringWriter output = new StringWriter();
        int exitCode = Audit.command()
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(output, true))
                .execute(Stream.concat(
                                Stream.of(
                                        "--endpoint", tables.endpoint().toString(), "--wait", wait, "--pause", "100ms"),
                                Stream.of(more))
                        .toArray(String[]::new));
        return new Said(exitCode, output.toString().strip());
    }

    private record Said(int exitCode, String lines) {}
}
