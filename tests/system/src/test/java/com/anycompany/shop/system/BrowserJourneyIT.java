package com.anycompany.shop.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shopper's whole way through the shop in a real browser. */
@ExtendWith({NeedsChromium.class, OpenShop.class})
class BrowserJourneyIT {

    private static Chromium chromium;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    void shopper_findsChangesPaysAndFindsTheOrderAgain(Shop shop) {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onPageError(complaints::add);
            page.onResponse(response -> {
                if (response.status() >= 400 && response.status() != 402) {
                    complaints.add(response.status() + " " + response.url());
                }
            });

            page.navigate(shop.url());
            lookAround(page);
            fillCart(page);
            payWithDeclinedCardThenWithAnother(page);
            findOrderAgain(page);

            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void shopperWithoutJavaScript_canBuyToo(Shop shop) {
        try (BrowserContext context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();

            page.navigate(shop.url());
            fillCart(page);
            payWithDeclinedCardThenWithAnother(page);
            findOrderAgain(page);
        }
    }

    private static void lookAround(Page page) {
        assertThat(page.locator("main article").first()).isVisible();
        page.locator("nav.departments a[href*='category=']").first().click();
        assertThat(page).hasURL(Pattern.compile("/products\\?category="));
        assertThat(page.locator("main article").first()).isVisible();
        page.getByRole(AriaRole.SEARCHBOX).fill("lamp");
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        assertThat(page).hasURL(Pattern.compile("query=lamp"));
        assertThat(page.getByRole(AriaRole.HEADING)
                        .filter(new Locator.FilterOptions().setHasText("lamp"))
                        .first())
                .isVisible();
    }

    private static void fillCart(Page page) {
        page.locator("main article a").first().click();
        assertThat(page).hasURL(Pattern.compile("/products/\\d{13}"));
        assertThat(page.locator("#recommendations article").first()).isVisible();
        button(page, "Add to cart").click();
        assertThat(page).hasURL(Pattern.compile("/products/\\d{13}"));
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Added to your cart.");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Go to your cart"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/cart"));
        String one = page.locator("#total").innerText();
        page.locator("main input[name=quantity]").fill("2");
        page.locator("main input[name=quantity]").press("Enter");
        assertThat(page.locator("main input[name=quantity]")).hasValue("2");
        assertThat(page.locator("#total")).not().hasText(one);
    }

    private static void payWithDeclinedCardThenWithAnother(Page page) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Go to checkout"))
                .click();
        page.getByLabel("E-mail", exactly()).fill("ana@example.com");
        page.getByLabel("Full name").fill("Ana Example");
        page.getByLabel("Street and number").fill("100 Main Street");
        page.getByLabel("City").fill("Anytown");
        page.getByLabel("State").selectOption("WA");
        page.getByLabel("Postal code").fill("98101");
        page.getByLabel("Country").selectOption("US");
        pay(page, Journey.DECLINED_CARD);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("declined");
        pay(page, Journey.ACCEPTED_CARD);
        assertThat(page).hasURL(Pattern.compile("/orders/.+"));
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .containsText("Thank you");
    }

    private static void pay(Page page, String card) {
        page.getByLabel("Card", exactly()).check();
        page.getByLabel("Card number").fill(card);
        page.getByLabel("Expires").fill("12/39");
        page.getByLabel("Security code").fill("123");
        page.getByLabel("Name on the card").fill("Ana Example");
        button(page, "Place order").click();
    }

    private static void findOrderAgain(Page page) {
        String order = page.locator("#order-id").innerText();
        assertThat(page.locator("#trace-id")).hasText(Pattern.compile("1-[0-9a-f]{8}-[0-9a-f]{24}"));
        page.getByRole(AriaRole.BANNER)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Your orders"))
                .click();
        assertThat(page.locator("main .order-row .state")).hasText(new String[] {"Confirmed", "Declined"});
        page.locator("main .order-row a").first().click();
        assertThat(page.locator("#order-id")).hasText(order);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
