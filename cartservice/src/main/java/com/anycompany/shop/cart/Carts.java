package com.anycompany.shop.cart;

import static com.anycompany.service.spring.dynamodb.Attributes.number;
import static com.anycompany.service.spring.dynamodb.Attributes.text;

import com.anycompany.service.spring.dynamodb.ItemReader;
import com.anycompany.xray.spring.Traced;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * All carts. Each change is one atomic update of one item, so that changes to different products never overwrite each
 * other. Reading first picks the right update; its condition fails if another request was faster, and then all is read again.
 */
@Component
class Carts {

    private static final Logger log = LoggerFactory.getLogger(Carts.class);
    private static final Duration LIFE = Duration.ofDays(7);
    private static final int ATTEMPTS = 5;

    private static final String ALIVE = "attribute_exists(#items) AND expiresAt > :now";
    private static final String NO_LONGER_ALIVE = "attribute_not_exists(id) OR expiresAt <= :now";

    private final DynamoDbClient dynamoDb;
    private final Clock clock;

    Carts(DynamoDbClient dynamoDb, Clock clock) {
        this.dynamoDb = dynamoDb;
        this.clock = clock;
    }

    /** The cart; an empty one of version 0 where there is none, or none that is still alive. */
    Cart find(CartId id) {
        return alive(id).orElseGet(() -> Cart.empty(id));
    }

    /** Sets the quantity of a product, whatever it was. */
    @Traced
    public Cart put(CartId id, ProductId productId, int quantity) {
        return retried(() -> {
            Optional<Cart> cart = alive(id);
            if (cart.isEmpty()) {
                return start(id, productId, quantity);
            }
            if (cart.get().isFull() && !cart.get().holds(productId)) {
                throw CartProblems.cartFull(Cart.MOST_PRODUCTS);
            }
            return update(
                    id,
                    "SET #items.#product = :quantity, expiresAt = :expiry ADD version :one",
                    ALIVE + " AND (attribute_exists(#items.#product) OR size(#items) < :most)",
                    Map.of("#items", "items", "#product", productId.value()),
                    Map.of(
                            ":quantity", number(quantity),
                            ":most", number(Cart.MOST_PRODUCTS)));
        });
    }

    /**
     * Adds pieces of a product, up to the largest quantity. Additions at the same time are all counted: the database adds, on the
     * condition that there is room. The last addition is known by its key, so that one whose answer was lost may be sent again
     * (docs/adr/045-reads-before-writes.md).
     */
    @Traced
    public Cart add(CartId id, ProductId productId, int pieces, AdditionKey key) {
        return retried(() -> {
            Optional<Cart> known = alive(id);
            if (known.isEmpty()) {
                return startBy(id, productId, pieces, key);
            }
            Cart cart = known.get();
            if (key.value().equals(cart.lastAddition())) {
                return cart;
            }
            if (!cart.holds(productId)) {
                if (cart.isFull()) {
                    throw CartProblems.cartFull(Cart.MOST_PRODUCTS);
                }
                return addition(
                        id,
                        productId,
                        key,
                        ":pieces",
                        "attribute_not_exists(#items.#product) AND size(#items) < :bound",
                        Map.of(":pieces", number(pieces), ":bound", number(Cart.MOST_PRODUCTS)));
            }
            int room = Cart.LARGEST_QUANTITY - pieces;
            return cart.quantityOf(productId) <= room
                    ? addition(
                            id,
                            productId,
                            key,
                            "#items.#product + :pieces",
                            "#items.#product <= :bound",
                            Map.of(":pieces", number(pieces), ":bound", number(room)))
                    : addition(
                            id,
                            productId,
                            key,
                            ":largest",
                            "#items.#product > :bound",
                            Map.of(":largest", number(Cart.LARGEST_QUANTITY), ":bound", number(room)));
        });
    }

    private Cart addition(
            CartId id,
            ProductId productId,
            AdditionKey key,
            String quantity,
            String condition,
            Map<String, AttributeValue> arguments) {
        Map<String, AttributeValue> values = new HashMap<>(arguments);
        values.put(":key", text(key.value()));
        return update(
                id,
                "SET #items.#product = " + quantity + ", lastAddition = :key, expiresAt = :expiry ADD version :one",
                ALIVE + " AND (attribute_not_exists(lastAddition) OR lastAddition <> :key) AND " + condition,
                Map.of("#items", "items", "#product", productId.value()),
                values);
    }

    /** A new item's versions begin at the time, so that none comes back after the item before it was deleted (TTL). */
    private Cart start(CartId id, ProductId productId, int quantity) {
        return start(id, productId, quantity, "", Map.of());
    }

    private Cart startBy(CartId id, ProductId productId, int pieces, AdditionKey key) {
        return start(id, productId, pieces, ", lastAddition = :key", Map.of(":key", text(key.value())));
    }

    private Cart start(
            CartId id, ProductId productId, int quantity, String more, Map<String, AttributeValue> arguments) {
        Map<String, AttributeValue> values = new HashMap<>(arguments);
        values.put(":items", AttributeValue.fromM(Map.of(productId.value(), number(quantity))));
        values.put(":start", number(clock.millis()));
        return update(
                id,
                "SET #items = :items, expiresAt = :expiry, version = if_not_exists(version, :start) + :one" + more,
                NO_LONGER_ALIVE,
                Map.of("#items", "items"),
                values);
    }

    /** Takes a product out; a cart that doesn't hold it stays as it is. */
    @Traced
    public Cart remove(CartId id, ProductId productId) {
        return retried(() -> {
            Cart cart = find(id);
            if (!cart.holds(productId)) {
                return cart;
            }
            return update(
                    id,
                    "REMOVE #items.#product SET expiresAt = :expiry ADD version :one",
                    ALIVE,
                    Map.of("#items", "items", "#product", productId.value()),
                    Map.of());
        });
    }

    /** Empties the cart; where a version is given, only if the cart still has it. */
    @Traced
    public void clear(CartId id, @Nullable Long version) {
        retried(() -> {
            Cart cart = find(id);
            if (version != null && version != cart.version()) {
                throw CartProblems.cartChanged(cart.version());
            }
            if (cart.quantities().isEmpty()) {
                return cart;
            }
            return update(
                    id,
                    "SET #items = :none, expiresAt = :expiry ADD version :one",
                    ALIVE + " AND version = :version",
                    Map.of("#items", "items"),
                    Map.of(":none", AttributeValue.fromM(Map.of()), ":version", number(cart.version())));
        });
    }

    private Optional<Cart> alive(CartId id) {
        Map<String, AttributeValue> item = dynamoDb.getItem(
                        g -> g.tableName(CartsTable.NAME).key(key(id)).consistentRead(true))
                .item();
        return item.isEmpty() || !ItemReader.of(item).seconds("expiresAt").isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(CartItem.read(item));
    }

    private Cart update(
            CartId id,
            String update,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> arguments) {
        long now = clock.instant().getEpochSecond();
        Map<String, AttributeValue> values = new HashMap<>(arguments);
        values.put(":now", number(now));
        values.put(":expiry", number(now + LIFE.toSeconds()));
        values.put(":one", number(1));
        UpdateItemResponse response = dynamoDb.updateItem(u -> u.tableName(CartsTable.NAME)
                .key(key(id))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.ALL_NEW));
        return CartItem.read(response.attributes());
    }

    private static <T> T retried(Supplier<T> change) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return change.get();
            } catch (ConditionalCheckFailedException e) {
                log.debug("Attempt {}: the cart changed between reading and writing", attempt);
            }
        }
        return change.get();
    }

    private static Map<String, AttributeValue> key(CartId id) {
        return Map.of("id", text(id.value()));
    }
}
