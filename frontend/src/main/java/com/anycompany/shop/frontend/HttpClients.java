package com.anycompany.shop.frontend;

import com.anycompany.shop.frontend.cart.CartClient;
import com.anycompany.shop.frontend.checkout.SubmissionClient;
import com.anycompany.shop.frontend.orders.OrderClient;
import com.anycompany.shop.frontend.product.CatalogClient;
import com.anycompany.shop.frontend.product.RecommendationClient;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** HTTP clients of the other services. A group has the name of its service, which the service map shows (ADR 003). */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "catalogservice", types = CatalogClient.class)
@ImportHttpServices(group = "cartservice", types = CartClient.class)
@ImportHttpServices(
        group = "orderservice",
        types = {OrderClient.class, SubmissionClient.class})
@ImportHttpServices(group = "recommendationservice", types = RecommendationClient.class)
class HttpClients {

    /** A page that is being rendered when the process is stopped still makes its calls. */
    @Bean
    ThreadPoolTaskExecutorCustomizer callsDuringShutdown() {
        return executor -> executor.setAcceptTasksAfterContextClose(true);
    }
}
