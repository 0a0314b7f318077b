package com.anycompany.shop.frontend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The storefront on a port, with fake services behind it, and the browser of a new shopper. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class WholeStorefront {

    static final String SPEAKER = "2001492513595";
    static final String OK_CARD = "4242424242424242";
    static final FakeNeighbours NEIGHBOURS = new FakeNeighbours();
    static final FakeDaemon DAEMON = new FakeDaemon();

    private static boolean warm;

    Browser browser;

    @LocalServerPort
    private int port;

    @Value("${local.management.port}")
    int management;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        NEIGHBOURS.register(properties);
        properties.add("xray.daemon-address", DAEMON::address);
        properties.add("xray.sampling.central", () -> false);
        properties.add("xray.sampling.fallback-rate", () -> 1);
        properties.add("TRACE_URL", () -> "http://localhost:2000/#/traces/{traceId}");
    }

    @BeforeEach
    void newBrowserAndHealthyNeighbours() {
        NEIGHBOURS.recover();
        browser = newBrowser();
        if (!warm) {
            warmUp();
            warm = true;
            NEIGHBOURS.recover();
        }
    }

    /** The first requests of a JVM are slow; without this the first pages would exceed their budget. */
    private void warmUp() {
        List.of("/", "/products", "/products/" + SPEAKER, "/cart", "/orders")
                .forEach(path -> await().ignoreExceptions()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> browser.open(path).status() == 200));
    }

    Browser newBrowser() {
        return new Browser(port);
    }

    /** The cart's page, after the product was added on its own page. */
    Browser.Page addToCart(String productId, int quantity) {
        Browser.Page product = browser.open("/products/" + productId);
        browser.submit(product, "form.buy", Map.of("quantity", Integer.toString(quantity)));
        return browser.open("/cart");
    }

    /** A checkout page with one product in the cart. */
    Browser.Page checkout() {
        addToCart(SPEAKER, 1);
        return browser.open("/checkout");
    }

    Browser.Page placeOrder(Browser.Page checkout, Map<String, String> entries) {
        return browser.submit(checkout, "form[action=/checkout]", entries);
    }

    static Map<String, String> entries(String card) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("email", "ana@example.com");
        entries.put("name", "Ana Carolina Silva");
        entries.put("street", "100 Main Street");
        entries.put("city", "Anytown");
        entries.put("state", "WA");
        entries.put("postalCode", "98101");
        entries.put("country", "US");
        entries.put("method", "card");
        entries.put("cardNumber", card);
        entries.put("cardExpiry", "12/39");
        entries.put("cardCvc", "123");
        entries.put("cardHolder", "A C Silva");
        return entries;
    }
}
