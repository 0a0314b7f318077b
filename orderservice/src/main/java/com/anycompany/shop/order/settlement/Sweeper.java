package com.anycompany.shop.order.settlement;

import com.anycompany.service.spring.dynamodb.TableInitializer;
import com.anycompany.shop.order.checkout.CheckoutTrace;
import com.anycompany.shop.order.order.Order;
import com.anycompany.shop.order.order.Orders;
import com.anycompany.shop.order.order.Orders.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Scheduled job, in every replica, that finds orders which their request didn't finish. It needs no election: taking an order
 * up is a conditional write, so one replica has it, for a while.
 */
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final TableInitializer tables;
    private final Orders orders;
    private final Settlement settlement;
    private final CheckoutTrace trace;

    Sweeper(TableInitializer tables, Orders orders, Settlement settlement, CheckoutTrace trace) {
        this.tables = tables;
        this.orders = orders;
        this.settlement = settlement;
        this.trace = trace;
    }

    @Scheduled(initialDelayString = "${orders.settlement.every:2s}", fixedDelayString = "${orders.settlement.every:2s}")
    void sweep() {
        if (!tables.isActive()) {
            return;
        }
        try {
            orders.due().forEach(this::takeUp);
        } catch (SdkException e) {
            log.warn("Orders can't be swept now: {}", e.toString());
        }
    }

    private void takeUp(Due due) {
        try {
            orders.find(due.id())
                    .flatMap(order -> orders.takeUp(due, order.tries()))
                    .ifPresent(order -> trace.resume(order, () -> settle(order)));
        } catch (SdkException e) {
            log.warn("Order {} can't be taken up now: {}", due.id(), e.toString());
        } catch (RuntimeException e) {
            // A defect in this order must not block the orders after it.
            log.error("Order {} can't be settled", due.id(), e);
            orders.postpone(due);
        }
    }

    private void settle(Order order) {
        try {
            settlement.settle(order);
        } catch (RestClientException | SdkException e) {
            log.warn("Order {} can't be settled yet (try {}): {}", order.id(), order.tries(), e.toString());
        }
    }
}
