package com.anycompany.shop.frontend.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class RemoteCallsTests {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final RemoteCalls calls = new RemoteCalls(executor, Duration.ofSeconds(5));
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void idempotentCall_isRetriedOnce() {
        assertThat(calls.idempotent(RemoteService.CATALOG, () -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new ResourceAccessException("refused");
                            }
                            return "answer";
                        })
                        .get())
                .isEqualTo("answer");
    }

    @Test
    void callThatFailsTwice_isUnavailable() {
        RemoteFuture<String> answer = calls.idempotent(RemoteService.CART, this::serverError);
        assertThatThrownBy(answer::get)
                .isInstanceOfSatisfying(
                        ServiceUnavailable.class, e -> assertThat(e.service()).isEqualTo(RemoteService.CART));
        assertThat(attempts).hasValue(2);
        assertThat(answer.optional()).isEmpty();
    }

    @Test
    void startedCall_isNotRetried() {
        assertThatThrownBy(calls.start(RemoteService.ORDER, this::serverError)::get)
                .isInstanceOf(ServiceUnavailable.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void overloadedService_isNotAskedAgain() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        RemoteFuture<String> answer = calls.idempotent(RemoteService.CATALOG, () -> {
            attempts.incrementAndGet();
            throw HttpServerErrorException.create(
                    HttpStatus.SERVICE_UNAVAILABLE, "overloaded", headers, new byte[0], null);
        });
        assertThatThrownBy(answer::get).isInstanceOf(ServiceUnavailable.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void clientError_isPassedOn_andNotRetried() {
        RemoteFuture<String> answer = calls.idempotent(RemoteService.CATALOG, () -> {
            attempts.incrementAndGet();
            throw new HttpClientErrorException(HttpStatus.NOT_FOUND);
        });
        assertThatThrownBy(answer::get).isInstanceOf(HttpClientErrorException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void callsThatHang_runConcurrently_andEndAtTheDeadline() {
        RemoteCalls shortLived = new RemoteCalls(executor, Duration.ofMillis(200));
        CountDownLatch never = new CountDownLatch(1);
        RemoteFuture<String> one = shortLived.idempotent(RemoteService.CATALOG, () -> hang(never));
        RemoteFuture<String> other = shortLived.idempotent(RemoteService.CART, () -> hang(never));

        long start = System.nanoTime();
        assertThat(one.optional()).isEmpty();
        assertThat(other.optional()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1000));
    }

    @Test
    void deadlineThatHasPassed_canBeExtended() {
        RemoteCalls shortLived = new RemoteCalls(executor, Duration.ofMillis(200));
        CountDownLatch never = new CountDownLatch(1);
        assertThat(shortLived.idempotent(RemoteService.CART, () -> hang(never)).optional())
                .isEmpty();

        shortLived.extend(Duration.ofSeconds(5));

        assertThat(shortLived.idempotent(RemoteService.CART, () -> "cart").optional())
                .contains("cart");
    }

    @Test
    void noThreadLeft_isUnavailable() {
        RemoteCalls crowded = new RemoteCalls(
                task -> {
                    throw new RejectedExecutionException();
                },
                Duration.ofSeconds(1));
        assertThat(crowded.idempotent(RemoteService.CATALOG, () -> "answer").optional())
                .isEmpty();
    }

    @Test
    void bug_isNotReportedAsUnavailable() {
        RemoteFuture<String> answer = calls.idempotent(RemoteService.CATALOG, () -> {
            throw new IllegalStateException("a bug");
        });
        assertThatThrownBy(answer::optional).isInstanceOf(IllegalStateException.class);
    }

    private String serverError() {
        attempts.incrementAndGet();
        throw new HttpServerErrorException(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static String hang(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }
}
