package com.anycompany.service.spring.contract;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Request of a service's API that the contract tests send.
 *
 * @param body JSON; null for none
 */
public record ContractRequest(
        HttpMethod method, String path, @Nullable String body, HttpHeaders headers) {

    public static ContractRequest of(HttpMethod method, String path) {
        return new ContractRequest(method, path, null, new HttpHeaders());
    }

    public static ContractRequest get(String path) {
        return of(HttpMethod.GET, path);
    }

    public static ContractRequest put(String path, String body) {
        return new ContractRequest(HttpMethod.PUT, path, body, new HttpHeaders());
    }

    public static ContractRequest post(String path, String body) {
        return new ContractRequest(HttpMethod.POST, path, body, new HttpHeaders());
    }

    public ContractRequest header(String name, String value) {
        HttpHeaders added = HttpHeaders.copyOf(headers);
        added.set(name, value);
        return new ContractRequest(method, path, body, added);
    }

    ContractRequest body(String otherBody) {
        return new ContractRequest(method, path, otherBody, headers);
    }
}
