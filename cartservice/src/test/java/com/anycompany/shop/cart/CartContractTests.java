package com.anycompany.shop.cart;

import com.anycompany.service.spring.contract.ContractRequest;
import com.anycompany.service.spring.contract.ProblemContractTests;
import java.util.Map;
import org.springframework.http.HttpMethod;

class CartContractTests extends ProblemContractTests {

    private static final String CART = "/api/v1/carts/contract";
    private static final String ITEM = CART + "/items/4006381333931";

    @Override
    protected ContractRequest valid() {
        return ContractRequest.get(CART);
    }

    @Override
    protected ContractRequest onTable() {
        return ContractRequest.get(CART);
    }

    @Override
    protected Map<String, ContractRequest> malformed() {
        return Map.of(
                "id", ContractRequest.get("/api/v1/carts/a.b"),
                "productId", ContractRequest.put(CART + "/items/12", "{\"quantity\":1}"),
                "If-Match", ContractRequest.of(HttpMethod.DELETE, CART).header("If-Match", "three"));
    }

    @Override
    protected Map<String, ContractRequest> malformedBodies() {
        return Map.of("quantity", ContractRequest.put(ITEM, "{\"quantity\":\"many\"}"));
    }

    @Override
    protected Map<String, ContractRequest> convertibleBodies() {
        return Map.of(
                "quantity", ContractRequest.put(ITEM, "{\"quantity\":\"5\"}"),
                "add", ContractRequest.post(ITEM, "{\"add\":1.5}"));
    }

    @Override
    protected Map<String, ContractRequest> invalidBodies() {
        return Map.of("quantity", ContractRequest.put(ITEM, "{\"quantity\":100}"));
    }
}
