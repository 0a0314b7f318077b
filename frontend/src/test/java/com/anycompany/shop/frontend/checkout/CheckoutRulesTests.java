package com.anycompany.shop.frontend.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutRulesTests {

    private final CheckoutRules rules =
            new CheckoutRules(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void completeForm_hasNoProblems() {
        assertThat(rules.problems(byCard("4242 4242-4242 4242", "11/26", "123")))
                .isEmpty();
        assertThat(rules.problems(byWallet("pocket", "ana@example.com"))).isEmpty();
    }

    @Test
    void emptyForm_namesEveryField_inTheOrderOfTheForm() {
        Map<String, String> problems = rules.problems(CheckoutForm.of(Map.of("method", "card")));

        assertThat(problems.keySet())
                .containsExactly(
                        "email",
                        "name",
                        "street",
                        "city",
                        "postalCode",
                        "country",
                        "cardNumber",
                        "cardExpiry",
                        "cardCvc",
                        "cardHolder");
        assertThat(problems).containsEntry("email", "checkout.email.invalid");
    }

    @Test
    void textThatIsTooLong_isToldApartFromAMissingOne() {
        Map<String, String> fields = new HashMap<>(
                Map.of("method", "anypay", "name", "n".repeat(101), "email", "a@" + "b".repeat(100) + ".example"));

        assertThat(rules.problems(CheckoutForm.of(fields)))
                .containsEntry("name", "checkout.too-long")
                .containsEntry("email", "checkout.too-long")
                .containsEntry("street", "checkout.street.invalid");
    }

    @ParameterizedTest
    @CsvSource({"US, '', true", "US, XX, true", "US, WA, false", "DE, '', false", "DE, WA, false"})
    void stateIsAskedFor_inTheUnitedStatesAlone(String country, String state, boolean problem) {
        CheckoutForm form = CheckoutForm.of(Map.of("country", country, "state", state));

        assertThat(rules.problems(form).containsKey("state")).isEqualTo(problem);
        assertThat(form.address().state()).isEqualTo(country.equals("US") ? state : null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "abcd", "42424242424242424242", "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢"})
    void numberThatNoCardHas_isRefused(String number) {
        assertThat(rules.problems(byCard(number, "12/30", "123"))).containsOnlyKeys("cardNumber");
    }

    @Test
    void cardNumberWithATypingError_isLeftToPaymentservice() {
        assertThat(rules.problems(byCard("4242424242424241", "12/30", "123"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4000000000000002",
                "4000000000009995",
                "4000000000000069",
                "4000000000000119",
                "4000000000000341"
            })
    void documentedTestCards_passForTheirOwnReasonsLater(String number) {
        assertThat(rules.problems(byCard(number, "12/30", "1234"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10/26", "13/30", "1/30", "12/2030", "12-30", ""})
    void expiryThatIsPastOrNoMonth_isRefused(String expiry) {
        assertThat(rules.problems(byCard("4242424242424242", expiry, "123"))).containsOnlyKeys("cardExpiry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "ana@", "@example.com", "ana@example", "a b@example.com", "ana@example..com"})
    void accountThatIsNoEmail_isRefused(String account) {
        assertThat(rules.problems(byWallet("anypay", account))).containsOnlyKeys("walletAccount");
    }

    @Test
    void unknownWayToPay_isRefused() {
        assertThat(rules.problems(byWallet("cash", "ana@example.com"))).containsOnlyKeys("method");
    }

    @Test
    void cardIsNeverPrinted() {
        assertThat(byCard("4242424242424242", "12/30", "987").toString()).doesNotContain("4242", "987");
        assertThat(byCard("4242424242424242", "12/30", "987").payment().toString())
                .doesNotContain("4242", "987");
        assertThat(byCard("4242424242424242", "12/30", "987")
                        .payment()
                        .toPayment()
                        .toString())
                .doesNotContain("4242", "987");
    }

    private static CheckoutForm byCard(String number, String expiry, String cvc) {
        return form("card", number, expiry, cvc, "");
    }

    private static CheckoutForm byWallet(String method, String account) {
        return form(method, "", "", "", account);
    }

    private static CheckoutForm form(String method, String number, String expiry, String cvc, String account) {
        return CheckoutForm.of(Map.ofEntries(
                Map.entry("email", "ana@example.com"),
                Map.entry("name", "Ana Carolina Silva"),
                Map.entry("street", "100 Main Street"),
                Map.entry("city", "Anytown"),
                Map.entry("state", "WA"),
                Map.entry("postalCode", "98101"),
                Map.entry("country", "US"),
                Map.entry("method", method),
                Map.entry("cardNumber", number),
                Map.entry("cardExpiry", expiry),
                Map.entry("cardCvc", cvc),
                Map.entry("cardHolder", "A C Silva"),
                Map.entry("walletAccount", account)));
    }
}
