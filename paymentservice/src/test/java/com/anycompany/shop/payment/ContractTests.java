package com.anycompany.shop.payment;

import com.anycompany.service.spring.contract.ContractRequest;
import com.anycompany.service.spring.contract.ProblemContractTests;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

/** The contract of all services, with requests of this one. */
class ContractTests extends ProblemContractTests {

    private static final String PAYMENTS = "/api/v1/payments";
    private static final String KEY = "Idempotency-Key";

    @LocalServerPort
    int port;

    /** Lets {@link #valid} find a payment, if only a voided one. */
    @BeforeEach
    void voidPayment() {
        RestClient.create("http://localhost:" + port)
                .post()
                .uri(PAYMENTS + "/void")
                .body(Map.of("orderId", "contract"))
                .retrieve()
                .toBodilessEntity();
    }

    @Override
    protected ContractRequest valid() {
        return ContractRequest.get(PAYMENTS + "?orderId=contract");
    }

    @Override
    protected ContractRequest onTable() {
        return ContractRequest.get(PAYMENTS + "?orderId=contract");
    }

    @Override
    protected Map<String, ContractRequest> malformed() {
        String payment = Requests.wallet("contract", "ada@example.com");
        return Map.of(
                "orderId",
                ContractRequest.get(PAYMENTS + "?orderId=a.b"),
                "id",
                ContractRequest.get(PAYMENTS + "/a.b"),
                KEY,
                ContractRequest.post(PAYMENTS, payment));
    }

    @Override
    protected Map<String, ContractRequest> malformedBodies() {
        String payment = Requests.card("contract", "4242424242424242");
        return Map.of("card.number", pay(payment.replace("\"4242424242424242\"", "[4242424242424242]")));
    }

    @Override
    protected Map<String, ContractRequest> convertibleBodies() {
        String payment = Requests.card("contract", "4242424242424242");
        return Map.of(
                "card.number", pay(payment.replace("\"4242424242424242\"", "4242424242424242")),
                "amount.amount", pay(payment.replace("24.90", "\"24.90\"")));
    }

    @Override
    protected Map<String, ContractRequest> invalidBodies() {
        String payment = Requests.card("contract", "4242424242424242");
        return Map.of(
                "card.number", pay(payment.replace("4242424242424242", "4242424242424241")),
                "amount.amount", pay(payment.replace("24.90", "0")));
    }

    private static ContractRequest pay(String body) {
        return ContractRequest.post(PAYMENTS, body).header(KEY, "contract");
    }
}
