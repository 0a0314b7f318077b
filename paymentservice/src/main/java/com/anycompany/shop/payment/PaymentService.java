package com.anycompany.shop.payment;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Takes the money for orders, once each. */
@SpringBootApplication
public class PaymentService {

    public static void main(String[] args) {
        SpringApplication.run(PaymentService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
