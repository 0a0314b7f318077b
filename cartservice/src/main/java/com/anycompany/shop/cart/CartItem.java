package com.anycompany.shop.cart;

import com.anycompany.service.spring.dynamodb.ItemReader;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Item of a cart in DynamoDB: {@code id}, {@code version}, {@code items} (product to quantity), {@code expiresAt}, {@code lastAddition}. */
final class CartItem {

    private CartItem() {}

    static Cart read(Map<String, AttributeValue> attributes) {
        ItemReader item = ItemReader.of(attributes);
        SortedMap<ProductId, Integer> quantities = new TreeMap<>();
        if (item.has("items")) {
            item.required("items")
                    .m()
                    .forEach((product, quantity) ->
                            quantities.put(new ProductId(product), Integer.valueOf(quantity.n())));
        }
        return new Cart(
                new CartId(item.text("id")),
                item.number("version"),
                quantities,
                item.seconds("expiresAt"),
                item.optionalText("lastAddition").orElse(null));
    }
}
