package com.anycompany.shop.frontend.orders;

import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.web.Page;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;

/** The pages of a shopper's own orders: the history, and each order. */
@Controller
class OrdersController {

    private final OrderClient orders;

    OrdersController(OrderClient orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    String orders(@RequestAttribute Page page, Model model) {
        model.addAttribute(
                "orders",
                page.calls()
                        .idempotent(RemoteService.ORDER, () -> orders.ordersOf(page.shopper()))
                        .get()
                        .orders());
        return "orders/orders";
    }

    @GetMapping("/orders/{id}")
    String order(@PathVariable OrderId id, @RequestAttribute Page page, Model model, HttpServletResponse response) {
        CurrentTrace.annotate("order_id", id.value());
        Order order = ownOrder(id, page);
        if (order.pending()) {
            response.setHeader("Refresh", "4");
        }
        model.addAttribute("order", order);
        return "orders/order";
    }

    /** Other shoppers' orders look like orders that don't exist. */
    private Order ownOrder(OrderId id, Page page) {
        try {
            Order order = page.calls()
                    .idempotent(RemoteService.ORDER, () -> orders.order(id))
                    .get();
            if (order.shopperId().equals(page.shopper())) {
                return order;
            }
        } catch (HttpClientErrorException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Unknown order", e);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Unknown order");
    }
}
