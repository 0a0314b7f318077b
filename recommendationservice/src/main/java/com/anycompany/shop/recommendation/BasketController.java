package com.anycompany.shop.recommendation;

import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Baskets over HTTP: the order service reports what was bought together. */
@RestController
@RequestMapping("/api/v1/baskets")
class BasketController {

    private final BoughtTogether boughtTogether;

    BasketController(BoughtTogether boughtTogether) {
        this.boughtTogether = boughtTogether;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void learn(@Valid @RequestBody BoughtBasket bought) {
        CurrentTrace.annotate("order_id", bought.orderId());
        boughtTogether.count(bought.toBasket());
    }

    record BoughtBasket(
            @NotNull @Pattern(regexp = OrderId.REGEX, message = OrderId.RULE)
            String orderId,

            @NotNull @Size(min = 1, max = 100)
            List<@NotNull @Pattern(regexp = ProductId.REGEX, message = ProductId.RULE) String> productIds) {

        Basket toBasket() {
            return new Basket(
                    new OrderId(orderId),
                    productIds.stream().map(ProductId::new).toList());
        }
    }
}
