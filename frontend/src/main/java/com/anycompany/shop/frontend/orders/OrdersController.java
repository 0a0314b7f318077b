package com.anycompany.shop.frontend.orders;

import com.anycompany.shop.frontend.cart.ShopperCart;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.web.Page;
import com.anycompany.shop.frontend.web.ShopperId;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
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
        String shoppers = page.shoppers().stream().map(ShopperId::value).collect(Collectors.joining(","));
        model.addAttribute(
                "orders",
                page.calls()
                        .idempotent(RemoteService.ORDER, () -> orders.ordersOf(shoppers))
                        .get()
                        .orders());
        return "orders/orders";
    }

    @GetMapping("/orders/{id}")
    String order(
            @PathVariable OrderId id,
            @RequestAttribute Page page,
            @RequestAttribute ShopperCart shopperCart,
            Model model,
            HttpServletResponse response) {
        CurrentTrace.annotate("order_id", id.value());
        Order order = ownOrder(id, page);
        if (order.pending()) {
            response.setHeader("Refresh", "4");
        }
        if (order.confirmed() && order.shopperId().equals(page.shopper()) && shopperCart.isKnownToBeEmpty()) {
            page.renewShopper();
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
            if (page.shoppers().contains(order.shopperId())) {
                return order;
            }
        } catch (HttpClientErrorException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Unknown order", e);
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Unknown order");
    }
}
