package com.anycompany.shop.order.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.order.order.CartId;
import com.anycompany.shop.order.order.Order.CartVersion;
import com.anycompany.shop.order.order.TestOrders;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/** After which responses of cartservice a bought cart needn't be emptied any more. */
class CartsTests {

    private final CartVersion cart = TestOrders.pending().cart();

    @ParameterizedTest
    @ValueSource(ints = {404, 409, 412})
    void cartThatIsAbsentOrHasChanged_needsNoMore(int status) {
        assertThat(empty(refused(status))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 408, 413, 429})
    void refusalThatSaysNothingOfTheCart_leavesItToBeEmptied(int status) {
        assertThat(empty(refused(status))).isFalse();
    }

    @Test
    void failedCall_leavesTheCartToBeEmptied() {
        assertThat(empty(HttpServerErrorException.create(
                        HttpStatusCode.valueOf(503), "down", new HttpHeaders(), new byte[0], null)))
                .isFalse();
        assertThat(empty(new ResourceAccessException("reset", new IOException("reset"))))
                .isFalse();
    }

    private boolean empty(RestClientException failure) {
        return new Carts(new Failing(failure)).empty(cart);
    }

    private static RestClientException refused(int status) {
        return HttpClientErrorException.create(
                HttpStatusCode.valueOf(status), "refused", new HttpHeaders(), new byte[0], null);
    }

    /** Fails in this way at every call. */
    private record Failing(RestClientException failure) implements CartClient {

        @Override
        public Cart cart(CartId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(CartId id, String version) {
            throw failure;
        }
    }
}
