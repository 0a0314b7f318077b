package com.anycompany.shop.loadgenerator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.shop.commandline.StopSignal;
import com.anycompany.shop.loadgenerator.SessionEnded.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitTests {

    private static final ThinkTime HASTE = new ThinkTime(Duration.ZERO, Duration.ZERO);

    private final Traffic traffic = new Traffic();
    private final StopSignal stop = new StopSignal();
    private FakeStorefront shop;

    @BeforeEach
    void open() throws IOException {
        shop = new FakeStorefront();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void eagerShopper_goesFromTheHomePageToTheOrder() throws SessionEnded {
        visit(new Habits(0, 0, 1, 1, 0, 1, 0, 0, 1));

        assertThat(traffic.pages().keySet())
                .containsExactlyInAnyOrder(
                        "GET /",
                        "GET /products?category",
                        "GET /products/{id}",
                        "POST /cart/items",
                        "GET /cart",
                        "POST /cart/items/{id}",
                        "GET /checkout",
                        "POST /checkout",
                        "GET /orders/{id}",
                        "GET /orders");
        assertThat(traffic.checkouts(Checkout.CONFIRMED)).isEqualTo(1);
        assertThat(traffic.unexpectedErrors()).isEmpty();
    }

    @Test
    void form_isSentWithItsHiddenFieldsAndTheShoppersAnswers() throws SessionEnded {
        visit(new Habits(0, 0, 1, 0, 0, 1, 0, 0, 0));

        assertThat(shop.requests())
                .anySatisfy(request ->
                        assertThat(request).contains("POST /cart/items _csrf=t0ken&productId=4006381333932&quantity="))
                .anySatisfy(request -> assertThat(request)
                        .contains("POST /checkout _csrf=t0ken&idempotencyKey=k1&email=")
                        .contains("4242424242424242"));
    }

    @Test
    void search_usesAWordOfTheShopsOwn() throws SessionEnded {
        visit(new Habits(0, 1, 0, 0, 0, 0, 0, 0, 0));

        assertThat(shop.requests())
                .anySatisfy(
                        request -> assertThat(request).containsPattern("GET /products\\?query=(Wandering|Headphones)"));
    }

    @Test
    void cookie_isKeptWithinAVisitAndNewInTheNext() throws SessionEnded {
        visit(new Habits(0, 0, 0, 0, 0, 0, 0, 0, 0));
        visit(new Habits(0, 0, 0, 0, 0, 0, 0, 0, 0));

        assertThat(shop.requests())
                .filteredOn(request -> request.startsWith("new "))
                .hasSize(2);
        assertThat(shop.requests()).anyMatch(request -> request.startsWith("shopper=1 "));
        assertThat(shop.requests()).anyMatch(request -> request.startsWith("shopper=2 "));
    }

    @Test
    void unknownProduct_isAnExpectedError() throws SessionEnded {
        visit(new Habits(1, 0, 0, 0, 0, 0, 0, 0, 0));

        assertThat(traffic.expectedErrors()).containsEntry(Visit.UNKNOWN_PRODUCT_KIND, 1L);
        assertThat(traffic.unexpectedErrors()).isEmpty();
    }

    @Test
    void declinedCard_isExpectedAndFollowedByAnother() throws SessionEnded {
        visit(new Habits(0, 0, 1, 0, 0, 1, 0, 1, 0));

        assertThat(traffic.expectedErrors()).containsEntry(Purchase.DECLINED_KIND, 1L);
        assertThat(traffic.checkouts(Checkout.DECLINED)).isEqualTo(1);
        assertThat(traffic.checkouts(Checkout.CONFIRMED)).isEqualTo(1);
    }

    @Test
    void errorPage_isCountedByKindAndEndsTheVisit() {
        shop.productsAnswer(503);

        assertThatThrownBy(() -> visit(Habits.USUAL))
                .isInstanceOfSatisfying(
                        SessionEnded.class, left -> assertThat(left.reason()).isEqualTo(Reason.ERROR_PAGE));
        assertThat(traffic.unexpectedErrors()).containsEntry("503 from GET /products/{id}", 1L);
    }

    @Test
    void storefrontDown_isCountedAsRefused() {
        shop.close();

        assertThatThrownBy(() -> visit(new Habits(0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .isInstanceOfSatisfying(
                        SessionEnded.class, left -> assertThat(left.reason()).isEqualTo(Reason.UNREACHABLE));
        assertThat(traffic.unexpectedErrors()).containsEntry("connection refused", 1L);
        assertThat(traffic.requests()).isEqualTo(1);
    }

    @Test
    void closingTime_endsTheVisitAtTheNextThought() {
        stop.request();

        assertThatThrownBy(() -> visit(Habits.USUAL)).isInstanceOf(SessionEnded.class);
        assertThat(shop.requests().size()).isLessThanOrEqualTo(1);
    }

    private void visit(Habits habits) throws SessionEnded {
        Browser browser = new Storefront(shop.address()).newBrowser(traffic);
        new Visit(browser, traffic, habits, HASTE, stop, new SplittableRandom(7)).run();
    }
}
