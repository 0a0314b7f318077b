package com.anycompany.service.spring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Requests and tasks run on virtual threads where the JDK has them, unless that is switched off. */
class RequestThreadsTests {

    private static final String VIRTUAL = "VirtualThread[";

    @Nested
    @SpringBootTest(classes = EchoService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
    class ByDefault {

        @LocalServerPort
        private int port;

        @Autowired
        private ThreadPoolTaskExecutor executor;

        @Test
        void requests_runOnVirtualThreads_from24On() throws IOException {
            assertThat(thread(port).contains(VIRTUAL))
                    .isEqualTo(Runtime.version().feature() >= 24);
        }

        @Test
        void tasks_runOnVirtualThreads_from24On() {
            String thread = CompletableFuture.supplyAsync(
                            () -> Thread.currentThread().toString(), executor)
                    .join();
            assertThat(thread.startsWith(VIRTUAL)).isEqualTo(Runtime.version().feature() >= 24);
            assertThat(thread).contains("task-");
        }
    }

    @Nested
    @SpringBootTest(
            classes = EchoService.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = "service.server.virtual-threads=false")
    class SwitchedOff {

        @LocalServerPort
        private int port;

        @Test
        void requests_runOnTomcatsThreads() throws IOException {
            assertThat(thread(port)).contains("http-nio-").doesNotContain(VIRTUAL);
        }
    }

    private static String thread(int port) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.send("GET /thread HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .response();
        }
    }
}
