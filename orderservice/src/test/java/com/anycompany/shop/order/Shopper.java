package com.anycompany.shop.order;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A shopper who checks out a cart of two products worth 50.10, at one instance of the service or another. */
public final class Shopper {

    public static final String GOOD_CARD = "4242424242424242";

    public final String id = Neighbours.SHARED.shopperWithCart(Map.of("4006381333931", 2, "5901234123457", 3));
    public final String key = UUID.randomUUID().toString();

    public String submission(String card) {
        return """
                {"shopperId":"%s","cartId":"%s","email":"ada@example.com",
                 "shippingAddress":{"name":"Ada Lovelace","street":"12 St James's Square","city":"London",
                                    "state":"England","postalCode":"SW1Y 4JH","country":"GB"},
                 "payment":{"method":"card",
                            "card":{"number":"%s","expiry":"12/39","cvc":"987","holder":"Ada Lovelace"}},
                 "expectedTotal":{"amount":50.10,"currency":"USD"}}""".formatted(id, id, card);
    }

    public ResponseSpec submit(int port) {
        return submit(port, submission(GOOD_CARD));
    }

    public ResponseSpec submit(int port, String submission) {
        return submit(port, submission, key);
    }

    public ResponseSpec submit(int port, String submission, String key) {
        return http(port)
                .post()
                .uri("/api/v1/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .body(submission)
                .exchange();
    }

    /** What became of the submission, or its withdrawal. */
    public ResponseSpec ask(int port, HttpMethod method) {
        return http(port)
                .method(method)
                .uri("/api/v1/submissions/{key}?shopper={id}", key, id)
                .exchange();
    }

    /** The shopper's only order. */
    public JsonNode order(int port) {
        JsonNode orders = history(port);
        if (orders.size() != 1) {
            throw new AssertionError("Expected one order but there are " + orders);
        }
        return orders.get(0);
    }

    public JsonNode history(int port) {
        EntityExchangeResult<byte[]> result = http(port)
                .get()
                .uri("/api/v1/orders?shopper={id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        return Neighbours.SHARED.json.readTree(result.getResponseBodyContent()).get("orders");
    }

    public static RestTestClient http(int port) {
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }
}
