package com.anycompany.shop.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of pages that are measured: how a shopper prepares for one, and what one visit is. */
enum PageKind {
    HOME {
        @Override
        boolean visit(ShopperConnection shopper, int number) throws IOException {
            return shopper.status("/") == 200;
        }
    },
    CATEGORY {
        @Override
        boolean visit(ShopperConnection shopper, int number) throws IOException {
            return shopper.status("/products?category=audio") == 200;
        }
    },
    SEARCH {
        @Override
        boolean visit(ShopperConnection shopper, int number) throws IOException {
            return shopper.status("/products?query=lamp") == 200;
        }
    },
    PRODUCT {
        @Override
        boolean visit(ShopperConnection shopper, int number) throws IOException {
            return shopper.status("/products/" + product(number)) == 200;
        }
    },
    CART {
        @Override
        void prepare(ShopperConnection shopper) throws IOException {
            for (int i = 0; i < 3; i++) {
                addToCart(shopper, i);
            }
        }

        @Override
        boolean visit(ShopperConnection shopper, int number) throws IOException {
            return shopper.status("/cart") == 200;
        }
    },
    /** A whole purchase: a product, into the cart, the form, the order's page. Four pages and two forms. */
    CHECKOUT {
        @Override
        boolean visit(ShopperConnection shopper, int number) throws IOException {
            addToCart(shopper, number);
            Map<String, String> form =
                    new LinkedHashMap<>(shopper.page("/checkout").hiddenFields("/checkout"));
            form.putAll(ORDER);
            ShopperConnection.Response sent = shopper.send("/checkout", form);
            return sent.status() / 100 == 3
                    && sent.location().contains("/orders/")
                    && shopper.status(URI.create(sent.location()).getPath()) == 200;
        }
    };

    private static final List<String> PRODUCTS = List.of(
            "2001492513595", "2004208151654", "2002421423978", "2001563610130", "2006776981060", "2002705827430");
    private static final Map<String, String> ORDER = Map.ofEntries(
            Map.entry("email", "ana@example.com"),
            Map.entry("name", "Ana Carolina Silva"),
            Map.entry("street", "100 Main Street"),
            Map.entry("city", "Anytown"),
            Map.entry("postalCode", "98101"),
            Map.entry("country", "US"),
            Map.entry("method", "card"),
            Map.entry("cardNumber", "4242424242424242"),
            Map.entry("cardExpiry", "12/39"),
            Map.entry("cardCvc", "123"),
            Map.entry("cardHolder", "A C Silva"));

    /** What a shopper does before the measurement. */
    void prepare(ShopperConnection shopper) throws IOException {
        shopper.status("/");
    }

    /** One visit; whether it was answered as it should be. */
    abstract boolean visit(ShopperConnection shopper, int number) throws IOException;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException with the names that there are */
    static List<PageKind> parse(String names) {
        List<PageKind> kinds = new ArrayList<>();
        for (String name : names.split(",")) {
            kinds.add(Arrays.stream(values())
                    .filter(kind -> kind.label().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("--kinds: there is no kind '" + name
                            + "'; there are home, category, search, product, cart, checkout")));
        }
        return kinds;
    }

    private static String product(int number) {
        return PRODUCTS.get(number % PRODUCTS.size());
    }

    private static void addToCart(ShopperConnection shopper, int number) throws IOException {
        String path = "/products/" + product(number);
        Map<String, String> form = new LinkedHashMap<>(shopper.page(path).hiddenFields("/cart/items"));
        form.put("quantity", "1");
        int status = shopper.send("/cart/items", form).status();
        if (status / 100 != 3) {
            throw new IOException("Adding to the cart was answered with " + status);
        }
    }
}
