package com.anycompany.shop.order;

import com.anycompany.service.spring.contract.ContractRequest;
import com.anycompany.service.spring.contract.ProblemContractTests;
import java.util.Map;
import org.springframework.test.context.TestPropertySource;

/** The contract of all services, with requests of this one. */
@TestPropertySource(properties = "orders.settlement.every=1h")
class ContractTests extends ProblemContractTests {

    private static final String ORDERS = "/api/v1/orders";
    private static final String KEY = "Idempotency-Key";

    private final String submission = new Shopper().submission(Shopper.GOOD_CARD);

    @Override
    protected ContractRequest valid() {
        return ContractRequest.get(ORDERS + "?shopper=contract");
    }

    @Override
    protected ContractRequest onTable() {
        return ContractRequest.get(ORDERS + "/contract");
    }

    @Override
    protected Map<String, ContractRequest> malformed() {
        return Map.of(
                "shopper",
                ContractRequest.get(ORDERS + "?shopper=a.b"),
                "id",
                ContractRequest.get(ORDERS + "/a.b"),
                "key",
                ContractRequest.get("/api/v1/submissions/a.b?shopper=contract"),
                KEY,
                ContractRequest.post(ORDERS, submission));
    }

    @Override
    protected Map<String, ContractRequest> malformedBodies() {
        return Map.of(
                "shippingAddress", place(submission.replaceAll("\\{\"name\":[^}]*\\}", "7")),
                "expectedTotal.amount", place(submission.replace("50.10", "[]")));
    }

    @Override
    protected Map<String, ContractRequest> convertibleBodies() {
        return Map.of(
                "shippingAddress.city", place(submission.replace("\"London\"", "7")),
                "expectedTotal.amount", place(submission.replace("50.10", "\"50.10\"")));
    }

    @Override
    protected Map<String, ContractRequest> invalidBodies() {
        return Map.of(
                "email", place(submission.replace("ada@example.com", "ada")),
                "shippingAddress.country", place(submission.replace("\"GB\"", "\"ZZ\"")));
    }

    private static ContractRequest place(String body) {
        return ContractRequest.post(ORDERS, body).header(KEY, "contract");
    }
}
