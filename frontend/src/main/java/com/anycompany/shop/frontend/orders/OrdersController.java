package com.anycompany.shop.frontend.orders;

import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.web.Page;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;

/** A shopper's orders, and nobody else's. */
@Controller
class OrdersController {

    private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final OrderClient orders;

    OrdersController(OrderClient orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    String orders(Page page, Model model) {
        model.addAttribute(
                "orders",
                page.calls()
                        .read(RemoteService.ORDER, () -> orders.ordersOf(page.shopper()))
                        .get()
                        .orders());
        return "orders/orders";
    }

    @GetMapping("/orders/{id}")
    String order(@PathVariable String id, Page page, Model model, HttpServletResponse response) {
        CurrentTrace.annotate("order_id", id);
        Order order = ownOrder(id, page);
        if (order.pending()) {
            response.setHeader("Refresh", "4");
        }
        model.addAttribute("order", order);
        return "orders/order";
    }

    /** Other shoppers' orders look like orders that don't exist. */
    private Order ownOrder(String id, Page page) {
        if (ORDER_ID.matcher(id).matches()) {
            try {
                Order order = page.calls()
                        .read(RemoteService.ORDER, () -> orders.order(id))
                        .get();
                if (order.shopperId().equals(page.shopper())) {
                    return order;
                }
            } catch (HttpClientErrorException e) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Unknown order", e);
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Unknown order");
    }
}
