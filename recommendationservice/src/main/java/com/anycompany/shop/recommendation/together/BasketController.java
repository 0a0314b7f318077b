package com.anycompany.shop.recommendation.together;

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

/** Hears from the order service what was bought together. */
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
        boughtTogether.count(new Basket(bought.orderId(), bought.productIds()));
    }

    record BoughtBasket(
            @NotNull
            @Pattern(
                    regexp = "[A-Za-z0-9_-]{1,64}",
                    message = "must be 1 to 64 letters, digits, hyphens or underscores")
            String orderId,

            @NotNull @Size(min = 1, max = 100)
            List<@NotNull @Pattern(regexp = "[0-9]{13}", message = "must be a 13-digit EAN") String> productIds) {}
}
