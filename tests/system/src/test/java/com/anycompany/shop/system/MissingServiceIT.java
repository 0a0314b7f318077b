package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.anycompany.shop.system.Tour.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All pages of the storefront while one service hangs or is gone: what doesn't need it is whole, and nothing takes long. */
@ExtendWith(OpenShop.class)
@Order(OpenShop.LATE + 1)
class MissingServiceIT {

    /** What a page can't do without; it degrades where anything else is missing. Products were seen before. */
    private static final Map<String, Set<String>> NEEDS = Map.of(
            "home", Set.of(),
            "products", Set.of(),
            "product", Set.of(),
            "cart", Set.of("cartservice"),
            "checkout", Set.of("cartservice", "catalogservice"),
            "orders", Set.of("orderservice"),
            "order", Set.of("orderservice"));

    static Stream<String> servicesBehindTheFrontend() {
        return Shop.SERVICES.stream().filter(service -> !service.equals("frontend"));
    }

    @BeforeEach
    @AfterEach
    void everythingIsWell(Shop shop) {
        shop.awaitRecovery();
    }

    @ParameterizedTest
    @MethodSource("servicesBehindTheFrontend")
    void whileItHangs_noPageDoes(String service, Shop shop) throws Exception {
        Tour tour = new Tour(shop);
        List<Visit> visits;
        shop.signal(service, "STOP");
        try {
            visits = tour.visitAll();
        } finally {
            shop.signal(service, "CONT");
        }

        assertThat(visits).allSatisfy(visit -> {
            assertQuickAndPlain(visit);
            assertThat(visit.status()).isIn(expected(visit.page(), service, true));
        });
        assertCartIsKept(tour);
    }

    @ParameterizedTest
    @MethodSource("servicesBehindTheFrontend")
    void whileItIsGone_noPageHangs(String service, Shop shop) throws Exception {
        Tour tour = new Tour(shop);
        shop.kill(service);

        List<Visit> visits = tour.visitAll();

        assertThat(visits).allSatisfy(visit -> {
            assertQuickAndPlain(visit);
            assertThat(visit.status()).isIn(expected(visit.page(), service, false));
        });
        assertCartIsKept(tour);
    }

    private static void assertQuickAndPlain(Visit visit) {
        assertThat(visit.took()).isLessThan(PageTimeout.LIMIT);
        if (visit.status() == 503) {
            assertThat(visit.answer().page().text()).contains("can’t").doesNotContain("Exception", "Whitelabel");
            assertThat(visit.answer().traceId()).isNotEmpty();
        }
    }

    /** A form that is sent ends in a redirect, in the page that looks again (202), or is shown again with the reason. */
    private static Set<Integer> expected(String page, String missing, boolean hangs) {
        if (page.equals("add to cart")) {
            return Set.of(303, 302);
        }
        if (page.equals("place order")) {
            return switch (missing) {
                case "cartservice", "catalogservice" -> Set.of(503, 202);
                case "orderservice" -> hangs ? Set.of(202) : Set.of(503, 202);
                default -> Set.of(303, 302, 202);
            };
        }
        return NEEDS.get(page).contains(missing) ? Set.of(503) : Set.of(200);
    }

    /** Two pieces were in it, and a third was to come. */
    private static void assertCartIsKept(Tour tour) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(tour.cart()).containsAnyOf("2", "3"));
    }
}
