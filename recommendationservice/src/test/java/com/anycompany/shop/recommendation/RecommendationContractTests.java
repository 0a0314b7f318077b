package com.anycompany.shop.recommendation;

import com.anycompany.service.spring.contract.ContractRequest;
import com.anycompany.service.spring.contract.ProblemContractTests;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class RecommendationContractTests extends ProblemContractTests {

    private static final FakeCatalog CATALOG = new FakeCatalog();
    private static final String KETTLE = "2001492513595";
    private static final String BASKETS = "/api/v1/baskets";

    @DynamicPropertySource
    static void catalog(DynamicPropertyRegistry properties) {
        CATALOG.sells(KETTLE, "kitchen");
        properties.add("CATALOG_ENDPOINT", CATALOG::address);
    }

    @Override
    protected ContractRequest valid() {
        return ContractRequest.get("/api/v1/recommendations/" + KETTLE);
    }

    @Override
    protected ContractRequest onTable() {
        return ContractRequest.post(BASKETS, basket("contract", KETTLE, "4006381333931"));
    }

    @Override
    protected Map<String, ContractRequest> malformed() {
        return Map.of(
                "productId", ContractRequest.get("/api/v1/recommendations/nonsense"),
                "limit", ContractRequest.get("/api/v1/recommendations/" + KETTLE + "?limit=13"));
    }

    @Override
    protected Map<String, ContractRequest> malformedBodies() {
        return Map.of("productIds", ContractRequest.post(BASKETS, "{\"orderId\":\"a\",\"productIds\":\"x\"}"));
    }

    @Override
    protected Map<String, ContractRequest> convertibleBodies() {
        return Map.of(
                "orderId",
                ContractRequest.post(
                        BASKETS, basket("contract", KETTLE, "4006381333931").replace("\"contract\"", "7")));
    }

    @Override
    protected Map<String, ContractRequest> invalidBodies() {
        return Map.of("productIds[1]", ContractRequest.post(BASKETS, basket("contract", KETTLE, "12")));
    }

    private static String basket(String order, String... products) {
        return "{\"orderId\":\"" + order + "\",\"productIds\":[\"" + String.join("\",\"", products) + "\"]}";
    }
}
