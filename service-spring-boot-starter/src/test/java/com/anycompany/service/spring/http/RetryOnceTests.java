package com.anycompany.service.spring.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class RetryOnceTests {

    private static final ResourceAccessException REFUSED =
            new ResourceAccessException("refused", new ConnectException("Connection refused"));
    private static final ResourceAccessException RESET =
            new ResourceAccessException("reset", new IOException("Connection reset"));
    private static final HttpServerErrorException BUSY = new HttpServerErrorException(HttpStatus.SERVICE_UNAVAILABLE);
    private static final HttpClientErrorException GONE = new HttpClientErrorException(HttpStatus.GONE);

    private static final HttpServerErrorException OVERLOADED = overloaded();

    private final RetryOnce retry = RetryOnce.onConnectionFailure();
    private int calls;

    @Test
    void refusedOrResetConnection_isRepeatedOnce() {
        assertThat(retry.call(failing(REFUSED))).isEqualTo("answer");
        assertThat(retry.call(failing(RESET))).isEqualTo("answer");
        assertThat(calls).isEqualTo(4);
    }

    @Test
    void secondFailure_isNotRepeated() {
        assertThatThrownBy(() -> retry.call(failing(REFUSED, REFUSED, REFUSED))).isSameAs(REFUSED);
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void slowFailure_isNotRepeated() {
        assertThatThrownBy(() -> retry.call(() -> {
                    calls++;
                    sleep();
                    throw RESET;
                }))
                .isSameAs(RESET);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void answers_areNotRepeatedUnlessServerErrorsAre() {
        assertThatThrownBy(() -> retry.call(failing(BUSY))).isSameAs(BUSY);
        assertThatThrownBy(() -> retry.orServerError().call(failing(GONE))).isSameAs(GONE);
        assertThat(calls).isEqualTo(2);
        assertThat(retry.orServerError().call(failing(BUSY))).isEqualTo("answer");
    }

    @Test
    void serverErrorThatSaysWhenToRetry_isNotRepeated() {
        assertThatThrownBy(() -> retry.orServerError().call(failing(OVERLOADED)))
                .isSameAs(OVERLOADED);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void callThatArrived_isNotReportedAsUnsent() {
        assertThatThrownBy(() -> retry.orServerError().call(failing(BUSY, REFUSED)))
                .isSameAs(BUSY);
        assertThatThrownBy(() -> retry.orServerError().call(failing(BUSY, RESET)))
                .isSameAs(RESET);
    }

    @Test
    void callThatMayHaveArrived_isNotReportedAsUnsent() {
        assertThatThrownBy(() -> retry.call(failing(RESET, REFUSED))).isSameAs(RESET);
        assertThatThrownBy(() -> retry.call(failing(REFUSED, RESET))).isSameAs(RESET);
        assertThatThrownBy(() -> retry.call(failing(RESET, GONE))).isSameAs(GONE);
        assertThat(RetryOnce.wasNeverSent(REFUSED)).isTrue();
        assertThat(RetryOnce.wasNeverSent(RESET)).isFalse();
    }

    private Supplier<String> failing(RuntimeException... failures) {
        Queue<RuntimeException> left = new ArrayDeque<>(List.of(failures));
        return () -> {
            calls++;
            if (!left.isEmpty()) {
                throw left.remove();
            }
            return "answer";
        };
    }

    private static HttpServerErrorException overloaded() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return HttpServerErrorException.create(
                HttpStatus.SERVICE_UNAVAILABLE, "overloaded", headers, new byte[0], null);
    }

    private static void sleep() {
        try {
            Thread.sleep(310);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
