package com.anycompany.shop.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of pages that are measured: how a shopper prepares for one, what one visit is, and which part of it is timed. */
enum PageKind {
    HOME {
        @Override
        long visit(ShopperConnection shopper, int number) throws IOException {
            return timed(shopper, "/");
        }
    },
    CATEGORY {
        @Override
        long visit(ShopperConnection shopper, int number) throws IOException {
            return timed(shopper, "/products?category=audio");
        }
    },
    SEARCH {
        @Override
        long visit(ShopperConnection shopper, int number) throws IOException {
            return timed(shopper, "/products?query=lamp");
        }
    },
    PRODUCT {
        @Override
        long visit(ShopperConnection shopper, int number) throws IOException {
            return timed(shopper, "/products/" + product(number));
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
        long visit(ShopperConnection shopper, int number) throws IOException {
            return timed(shopper, "/cart");
        }
    },
    /** A whole purchase: a product, into the cart, the form, the order's page. The time is that from the form to the order's page. */
    CHECKOUT {
        @Override
        long visit(ShopperConnection shopper, int number) throws IOException {
            addToCart(shopper, number);
            Map<String, String> form =
                    new LinkedHashMap<>(shopper.page("/checkout").hiddenFields("/checkout"));
            form.putAll(ORDER);
            long began = System.nanoTime();
            ShopperConnection.Response sent = shopper.send("/checkout", form);
            if (sent.status() / 100 != 3 || !sent.location().contains("/orders/")) {
                throw new IOException("The order was answered with " + sent.status() + " " + sent.location());
            }
            timed(shopper, URI.create(sent.location()).getPath());
            return System.nanoTime() - began;
        }
    };

    private static final List<String> PRODUCTS = List.of(
            "2001492513595", "2004208151654", "2002421423978", "2001563610130", "2006776981060", "2002705827430");
    private static final Map<String, String> ORDER = Map.ofEntries(
            Map.entry("email", "ana@example.com"),
            Map.entry("name", "Ana Carolina Silva"),
            Map.entry("street", "100 Main Street"),
            Map.entry("city", "Anytown"),
            Map.entry("state", "WA"),
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

    /**
     * One visit.
     *
     * @return nanoseconds of the part that is timed
     * @throws IOException if it isn't answered as it should be
     */
    abstract long visit(ShopperConnection shopper, int number) throws IOException;

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

    private static long timed(ShopperConnection shopper, String path) throws IOException {
        long began = System.nanoTime();
        int status = shopper.status(path);
        if (status != 200) {
            throw new IOException(path + " was answered with " + status);
        }
        return System.nanoTime() - began;
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
