package com.anycompany.service.spring.sample;

import com.anycompany.service.spring.contract.ContractRequest;
import com.anycompany.service.spring.contract.ProblemContractTests;
import java.util.Map;
import org.springframework.test.context.TestPropertySource;

/** Its name is set here, since a settings file in the test-jar would apply to the services' tests, too. */
@TestPropertySource(properties = "spring.application.name=sample")
class SampleContractTests extends ProblemContractTests {

    private static final String NOTE = "/api/v1/notes/milk";

    @Override
    protected ContractRequest valid() {
        return ContractRequest.get(NOTE);
    }

    @Override
    protected ContractRequest onTable() {
        return ContractRequest.get(NOTE);
    }

    @Override
    protected Map<String, ContractRequest> malformed() {
        return Map.of(
                "id", ContractRequest.get("/api/v1/notes/12"),
                "page", ContractRequest.get(NOTE + "?page=first"),
                "Idempotency-Key", ContractRequest.put(NOTE, "{\"stars\":1}"));
    }

    @Override
    protected Map<String, ContractRequest> malformedBodies() {
        return Map.of("stars", put("{\"stars\":\"five\"}"));
    }

    @Override
    protected Map<String, ContractRequest> convertibleBodies() {
        return Map.of("stars", put("{\"stars\":\"5\"}"));
    }

    @Override
    protected Map<String, ContractRequest> invalidBodies() {
        return Map.of("stars", put("{\"stars\":6}"));
    }

    private static ContractRequest put(String body) {
        return ContractRequest.put(NOTE, body).header("Idempotency-Key", "k-1");
    }
}
