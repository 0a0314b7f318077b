package com.anycompany.shop.catalog;

import com.anycompany.service.spring.contract.ContractRequest;
import com.anycompany.service.spring.contract.ProblemContractTests;
import java.util.Map;

class CatalogContractTests extends ProblemContractTests {

    private static final String PRODUCTS = "/api/v1/products";

    @Override
    protected ContractRequest valid() {
        return ContractRequest.get(PRODUCTS + "/2001492513595");
    }

    @Override
    protected ContractRequest onTable() {
        return ContractRequest.get(PRODUCTS);
    }

    @Override
    protected Map<String, ContractRequest> malformed() {
        return Map.of(
                "id", ContractRequest.get(PRODUCTS + "/12"),
                "ids", ContractRequest.get(PRODUCTS + "?ids=12"),
                "price", ContractRequest.get(PRODUCTS + "?price=50"),
                "sort", ContractRequest.get(PRODUCTS + "?sort=brand"),
                "page", ContractRequest.get(PRODUCTS + "?page=first"),
                "size", ContractRequest.get(PRODUCTS + "?size=0"));
    }

    @Override
    protected Map<String, ContractRequest> malformedBodies() {
        return Map.of();
    }

    @Override
    protected Map<String, ContractRequest> convertibleBodies() {
        return Map.of();
    }

    @Override
    protected Map<String, ContractRequest> invalidBodies() {
        return Map.of();
    }
}
