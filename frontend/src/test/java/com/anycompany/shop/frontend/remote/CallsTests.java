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
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class CallsTests {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Calls calls = new Calls(executor, Duration.ofSeconds(5));
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void read_isTriedAgainOnce() {
        assertThat(calls.read(RemoteService.CATALOG, () -> {
                            if (attempts.incrementAndGet() == 1) {
                                throw new ResourceAccessException("refused");
                            }
                            return "answer";
                        })
                        .get())
                .isEqualTo("answer");
    }

    @Test
    void readThatFailsTwice_isUnavailable() {
        Answer<String> answer = calls.read(RemoteService.CART, this::serverError);
        assertThatThrownBy(answer::get)
                .isInstanceOfSatisfying(
                        ServiceUnavailable.class, e -> assertThat(e.service()).isEqualTo(RemoteService.CART));
        assertThat(attempts).hasValue(2);
        assertThat(answer.optional()).isEmpty();
    }

    @Test
    void write_isNeverTriedAgain() {
        assertThatThrownBy(calls.write(RemoteService.ORDER, this::serverError)::get)
                .isInstanceOf(ServiceUnavailable.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void refusal_isPassedOn_andNotTriedAgain() {
        Answer<String> answer = calls.read(RemoteService.CATALOG, () -> {
            attempts.incrementAndGet();
            throw new HttpClientErrorException(HttpStatus.NOT_FOUND);
        });
        assertThatThrownBy(answer::get).isInstanceOf(HttpClientErrorException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void callsThatHang_runSideBySide_andEndWithThePage() {
        Calls impatient = new Calls(executor, Duration.ofMillis(200));
        CountDownLatch never = new CountDownLatch(1);
        Answer<String> one = impatient.read(RemoteService.CATALOG, () -> hang(never));
        Answer<String> other = impatient.read(RemoteService.CART, () -> hang(never));

        long start = System.nanoTime();
        assertThat(one.optional()).isEmpty();
        assertThat(other.optional()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1000));
    }

    @Test
    void pageWhoseTimeIsUp_canBeGivenALittleMore() {
        Calls impatient = new Calls(executor, Duration.ofMillis(200));
        CountDownLatch never = new CountDownLatch(1);
        assertThat(impatient.read(RemoteService.CART, () -> hang(never)).optional())
                .isEmpty();

        impatient.extend(Duration.ofSeconds(5));

        assertThat(impatient.read(RemoteService.CART, () -> "cart").optional()).contains("cart");
    }

    @Test
    void noThreadLeft_isUnavailable() {
        Calls crowded = new Calls(
                task -> {
                    throw new RejectedExecutionException();
                },
                Duration.ofSeconds(1));
        assertThat(crowded.read(RemoteService.CATALOG, () -> "answer").optional())
                .isEmpty();
    }

    @Test
    void defect_isNoOutage() {
        Answer<String> answer = calls.read(RemoteService.CATALOG, () -> {
            throw new IllegalStateException("a defect");
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
