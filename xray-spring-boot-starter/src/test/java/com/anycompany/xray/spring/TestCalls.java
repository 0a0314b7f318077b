package com.anycompany.xray.spring;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/** A service that calls another, in all the ways that there are. */
@RestController
@ImportHttpServices(group = "backend", types = TestCalls.BackendClient.class)
@ImportHttpServices(group = "impatient", types = TestCalls.ImpatientClient.class)
class TestCalls {

    /** The other service. */
    interface BackendClient {
        @GetExchange("/{first}/{second}")
        ResponseEntity<String> call(@PathVariable String first, @PathVariable String second);

        @GetExchange("/{first}")
        ResponseEntity<String> call(@PathVariable String first);
    }

    /** The other service, with a short time-out. */
    interface ImpatientClient {
        @GetExchange("/slow")
        ResponseEntity<String> slow();
    }

    /** Lets a test hold back what happens after a response. */
    static volatile CountDownLatch responseSeen = new CountDownLatch(0);

    private final BackendClient backend;
    private final ImpatientClient impatient;
    private final RestClient restClient;
    private final AsyncTaskExecutor executor;

    TestCalls(
            BackendClient backend,
            ImpatientClient impatient,
            RestClient.Builder builder,
            @Value("${backend.url}") String url,
            AsyncTaskExecutor executor) {
        this.backend = backend;
        this.impatient = impatient;
        this.restClient = builder.baseUrl(url).build();
        this.executor = executor;
    }

    /** The application's own retries. */
    @Bean
    static RestClientCustomizer retries() {
        return builder -> builder.requestInterceptor((request, body, execution) -> {
            ClientHttpResponse response = execution.execute(request, body);
            return response.getStatusCode().value() == 503 ? execution.execute(request, body) : response;
        });
    }

    @GetMapping("/group/{first}/{second}")
    void group(@PathVariable String first, @PathVariable String second) {
        backend.call(first, second);
    }

    @GetMapping("/group/{first}")
    void group(@PathVariable String first) {
        backend.call(first);
    }

    @GetMapping("/slow")
    void slow() {
        impatient.slow();
    }

    @GetMapping("/builder")
    void builder() {
        restClient.get().uri("/status/200?card=4242").retrieve().toBodilessEntity();
    }

    @GetMapping("/named")
    void named() {
        restClient
                .get()
                .uri("/status/200")
                .attribute("xray.name", "shipper")
                .retrieve()
                .toBodilessEntity();
    }

    @GetMapping("/refused")
    void refused(@RequestParam String url) {
        restClient.get().uri(url).retrieve().toBodilessEntity();
    }

    @GetMapping("/parallel/{times}")
    void parallel(@PathVariable int times) {
        CompletableFuture.allOf(IntStream.range(0, times)
                        .mapToObj(i -> executor.submitCompletable(() -> backend.call("status", "200")))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @GetMapping("/sequence/{times}")
    void sequence(@PathVariable int times) {
        for (int i = 0; i < times; i++) {
            backend.call("status", "200");
        }
    }

    @GetMapping("/late")
    void late() {
        executor.execute(() -> {
            try {
                responseSeen.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            backend.call("status", "200");
        });
    }

    @GetMapping("/thread")
    void thread() throws InterruptedException {
        Thread thread = new Thread(CurrentTrace.wrap(() -> {
            backend.call("status", "200");
        }));
        thread.start();
        thread.join();
    }
}
