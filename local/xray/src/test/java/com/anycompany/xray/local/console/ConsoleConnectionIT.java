package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** X-Ray Local stops and starts again while its console is open. */
class ConsoleConnectionIT extends OverOwnServer {

    @Test
    void mapStays_saysThatXRayLocalIsGone_andLivesOnWhenItIsBack() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/service-map");
        assertThat(all("[data-node]")).hasCount(4);
        Map<String, String> places = console().places();
        console().stopServer();
        assertThat(lost()).containsText("X-Ray Local doesn't answer. What is shown is as of");
        assertThat(all(".when.live")).hasCount(0);
        assertThat(console().places()).isEqualTo(places);

        console().startServerAgain();
        console().send(ShopTrace.product(), ShopTrace.failedCheckout());
        assertThat(lost()).isHidden();
        assertThat(all("[data-node]")).hasCount(7);
        assertThat(all(".when.live")).hasCount(1);
        assertThat(console().places()).containsAllEntriesOf(places);
        assertThat(page).hasTitle("Service map · X-Ray Local");
    }

    @Test
    void tracesStay_untilThereAreNewOnes() throws Exception {
        console().send(ShopTrace.product());
        Page page = console().open("#/traces");
        assertThat(all("[data-trace]")).hasCount(1);
        console().stopServer();
        page.getByText("Refresh").click();
        assertThat(lost()).isVisible();
        assertThat(all("[data-trace]")).hasCount(1);
        assertThat(all(".toolbar .when")).containsText("1 trace");

        console().startServerAgain();
        console().send(ShopTrace.product(), ShopTrace.failedCheckout());
        assertThat(lost()).isHidden();
        page.getByText("Refresh").click();
        assertThat(all("[data-trace]")).hasCount(2);
    }

    @Test
    void screenThatNeverLoaded_comesByItself() throws Exception {
        console().send(ShopTrace.product());
        console().open("#/service-map");
        assertThat(all("[data-node]")).hasCount(4);
        console().stopServer();
        assertThat(lost()).isVisible();
        console().go("#/configuration/store");
        assertThat(all(".empty h2")).hasText("X-Ray Local doesn't answer");
        console().startServerAgain();
        assertThat(all(".counters").first()).isVisible();
        assertThat(all(".empty")).hasCount(0);
        assertThat(lost()).isHidden();
    }

    private Locator lost() {
        return all(".lost");
    }
}
