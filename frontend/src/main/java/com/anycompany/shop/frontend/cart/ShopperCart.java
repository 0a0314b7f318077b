package com.anycompany.shop.frontend.cart;

import com.anycompany.shop.frontend.remote.RemoteFuture;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.web.HeaderPart;
import com.anycompany.shop.frontend.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cart of a page's shopper, fetched at most once per page; the header shows its number of items. */
public final class ShopperCart implements HeaderPart {

    private static final String UNKNOWN = "–";

    private final CartClient client;
    private final Page page;
    private final CartId id;
    private @Nullable RemoteFuture<Cart> cart;

    private ShopperCart(CartClient client, Page page) {
        this.client = client;
        this.page = page;
        this.id = CartId.of(page.shopper());
    }

    public CartId id() {
        return id;
    }

    @Override
    public void prefetch() {
        fetch();
    }

    public Cart get() {
        return fetch().get();
    }

    /** The number of items, or a dash if the cart can't be fetched. */
    public String badge() {
        return fetch().map(known -> Integer.toString(known.pieces()), UNKNOWN);
    }

    /** Whether the cart could be fetched and holds nothing. */
    public boolean isKnownToBeEmpty() {
        return fetch().map(known -> known.items().isEmpty(), false);
    }

    private RemoteFuture<Cart> fetch() {
        if (cart == null) {
            cart = page.calls().idempotent(RemoteService.CART, () -> client.cart(id));
        }
        return cart;
    }

    /** Creates the cart of each page. */
    @Component
    static final class Factory implements HeaderPart.Factory {

        private final CartClient client;

        Factory(CartClient client) {
            this.client = client;
        }

        @Override
        public String attribute() {
            return "shopperCart";
        }

        @Override
        public ShopperCart create(Page page) {
            return new ShopperCart(client, page);
        }
    }
}
