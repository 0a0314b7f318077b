package com.anycompany.xray.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keys of the maps and of the timeline. */
class ConsoleKeyboardIT extends OverSharedServer {

    private static final String FIRST_NODE = "client|frontend";

    @Test
    void map_hasOneTabStop_andArrowsFollowTheCalls() {
        Page page = console().open("#/service-map");
        assertThat(all("[data-node]")).hasCount(7);
        assertThat(all(".map [tabindex='0']")).hasCount(1);
        console().node(FIRST_NODE).focus();
        for (String key : List.of("ArrowRight", "ArrowDown")) page.keyboard().press(key);
        assertThat(console().node("frontend")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(all("[data-edge]:focus")).hasAttribute("aria-label", Pattern.compile("^frontend to .*"));
        page.keyboard().press("Home");
        assertThat(console().node(FIRST_NODE)).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(console().node(FIRST_NODE)).isFocused();
        page.keyboard().press("End");
        assertThat(all(".map [tabindex='0']:focus")).hasCount(1);
    }

    @Test
    void escape_closesThePanelOfANode_whereverTheFocusIs() {
        Page page = console().open("#/service-map?selected=frontend");
        assertThat(all("aside.panel h2")).hasText("frontend");
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("Escape");
        assertThat(all("aside.panel")).hasCount(0);
    }

    @Test
    void mapOfATrace_hasOneTabStop_andSaysCalls() {
        console().open("#/traces/" + failed());
        assertThat(all(".trace-map [tabindex='0']")).hasCount(1);
        assertThat(console().node("paymentservice")).hasAttribute("aria-label", Pattern.compile(".*, 1 call, 1 fault"));
    }

    @Test
    void searchInATrace_goesFromMatchToMatch() {
        Page page = console().open("#/traces/" + failed());
        Locator field = page.getByLabel("Find in this trace");
        field.fill("paymentservice");
        assertThat(all(".tl-row.marked")).hasCount(2);
        field.press("Enter");
        assertThat(all("aside.panel h2")).hasText("paymentservice");
        assertThat(field).isFocused();
        assertThat(page.getByText("1 of 2")).isVisible();
        field.press("Enter");
        assertThat(page.getByText("2 of 2")).isVisible();
        field.press("Escape");
        assertThat(all(".tl-row.marked")).hasCount(0);
        field.press("Escape");
        assertThat(all("aside.panel")).hasCount(0);
    }

    @Test
    void spansWithTrouble_areOnePressApart() {
        Page page = console().open("#/traces/" + failed());
        all(".trouble-link").click();
        assertThat(all(".tl-row.selected")).hasAttribute("aria-rowindex", "2");
        page.getByLabel("Next span with trouble").click();
        assertThat(all(".tl-row.selected")).containsText("orderservice");
        page.getByLabel("Previous span with trouble").click();
        page.getByLabel("Previous span with trouble").click();
        assertThat(all(".tl-row.selected")).containsText("paymentservice");
    }

    @Test
    void wholeTrace_isCopiedAsJson() {
        Page page = console().open("#/traces/" + failed());
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.getByText("Copy as JSON").click();
        assertThat(page.getByText("Copied")).isVisible();
        page.waitForFunction("id => navigator.clipboard.readText().then(text => JSON.parse(text).Id === id)", failed());
    }
}
