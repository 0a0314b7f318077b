package com.anycompany.shop.cart;

import com.anycompany.service.spring.problem.FieldViolation;
import com.anycompany.service.spring.problem.ProblemException;
import com.anycompany.xray.spring.CurrentTrace;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Carts over HTTP; a cart's id is its shopper's. */
@RestController
@RequestMapping("/api/v1/carts/{id}")
class CartController {

    private static final Pattern ETAG = Pattern.compile("\"?(\\d{1,18})\"?");

    private final Carts carts;
    private final Products products;

    CartController(Carts carts, Products products) {
        this.carts = carts;
        this.products = products;
    }

    @GetMapping
    ResponseEntity<CartView> cart(@PathVariable CartId id) {
        CurrentTrace.annotate("shopper_id", id.value());
        return answer(carts.find(id));
    }

    @PutMapping("/items/{productId}")
    ResponseEntity<CartView> put(
            @PathVariable CartId id, @PathVariable ProductId productId, @RequestBody @Valid QuantityRequest request) {
        CurrentTrace.annotate("shopper_id", id.value());
        CurrentTrace.annotate("product_id", productId.value());
        products.requireProduct(productId);
        return answer(carts.put(id, productId, request.quantity()));
    }

    /** Adds pieces to what the cart holds; repeated with the same {@code Idempotency-Key} it adds them once. */
    @PostMapping("/items/{productId}")
    ResponseEntity<CartView> add(
            @PathVariable CartId id,
            @PathVariable ProductId productId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable AdditionKey key,
            @RequestBody @Valid AdditionRequest request) {
        CurrentTrace.annotate("shopper_id", id.value());
        CurrentTrace.annotate("product_id", productId.value());
        products.requireProduct(productId);
        return answer(carts.add(id, productId, request.add(), key == null ? AdditionKey.random() : key));
    }

    @DeleteMapping("/items/{productId}")
    ResponseEntity<CartView> remove(@PathVariable CartId id, @PathVariable ProductId productId) {
        CurrentTrace.annotate("shopper_id", id.value());
        CurrentTrace.annotate("product_id", productId.value());
        return answer(carts.remove(id, productId));
    }

    @DeleteMapping
    ResponseEntity<Void> clear(
            @PathVariable CartId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        CurrentTrace.annotate("shopper_id", id.value());
        carts.clear(id, version(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch.strip());
        if (!etag.matches()) {
            throw ProblemException.malformed(
                    new FieldViolation(HttpHeaders.IF_MATCH, "must be the cart's version in quotes, such as \"3\""));
        }
        return Long.valueOf(etag.group(1));
    }

    private static ResponseEntity<CartView> answer(Cart cart) {
        return ResponseEntity.ok().eTag("\"" + cart.version() + "\"").body(CartView.of(cart));
    }

    /** The quantity wanted, in place of whatever it was. */
    record QuantityRequest(
            @NotNull(message = "is missing: say how many, 1 to 99")
            @Min(value = 1, message = "must be at least 1; delete the item to take it out")
            @Max(value = Cart.LARGEST_QUANTITY, message = "must be at most 99")
            Integer quantity) {}

    /** The pieces wanted, beside those that there are. */
    record AdditionRequest(
            @NotNull(message = "is missing: say how many more, 1 to 99")
            @Min(value = 1, message = "must be at least 1; delete the item to take it out")
            @Max(value = Cart.LARGEST_QUANTITY, message = "must be at most 99")
            Integer add) {}

    /** A cart as its readers see it. */
    record CartView(
            String id,
            long version,
            List<Item> items,
            @Nullable Instant expiresAt) {

        static CartView of(Cart cart) {
            List<Item> items = cart.quantities().entrySet().stream()
                    .map(entry -> new Item(entry.getKey().value(), entry.getValue()))
                    .toList();
            return new CartView(cart.id().value(), cart.version(), items, cart.expiresAt());
        }

        /** One product of the cart. */
        record Item(String productId, int quantity) {}
    }
}
