package com.anycompany.service.spring.server;

import com.anycompany.service.spring.dynamodb.DynamoDbAutoConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Service that echoes bodies, answers with much text, or keeps its thread until a test lets it go. */
@SpringBootApplication(exclude = DynamoDbAutoConfiguration.class)
class EchoService {

    @Bean
    Gate gate() {
        return new Gate();
    }

    /** Holds requests back. */
    static final class Gate {

        private volatile CountDownLatch open = new CountDownLatch(0);

        void close() {
            open = new CountDownLatch(1);
        }

        void open() {
            open.countDown();
        }
    }

    @RestController
    static class Echo {

        private static final String MUCH = "much text ".repeat(10_000);

        private final Gate gate;

        Echo(Gate gate) {
            this.gate = gate;
        }

        @GetMapping("/thread")
        String thread() {
            return Thread.currentThread().toString();
        }

        @GetMapping("/hello")
        String hello() {
            return "hello";
        }

        @GetMapping("/address")
        String address(HttpServletRequest request) {
            return request.getScheme() + " " + request.isSecure();
        }

        @GetMapping("/much")
        String much() {
            return MUCH;
        }

        @GetMapping({"/held", "/essential"})
        String held() throws InterruptedException {
            gate.open.await();
            return "let go";
        }

        @PostMapping("/echo")
        String echo(@RequestBody String body) {
            return body;
        }

        @PostMapping("/form")
        String form(@RequestParam String name) {
            return name;
        }
    }
}
