package com.anycompany.shop.loadgenerator;

import com.anycompany.shop.commandline.StopSignal;
import com.anycompany.shop.loadgenerator.SessionEnded.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jsoup.nodes.FormElement;

/** One session of one shopper: looks around, fills a cart, changes their mind, and perhaps buys. */
final class Visit {

    /** The workshop's product that doesn't exist. */
    static final String UNKNOWN_PRODUCT = "/products/0000000000000";

    static final String UNKNOWN_PRODUCT_KIND = "404 for a product that doesn't exist";

    private static final String PRODUCTS = "main a[href^=/products/]";
    private static final String CATEGORIES = "a[href*=category=]";
    private static final String SEARCH = "form:has(input[name=query])";
    private static final String QUANTITY = "main form:has(input[name=quantity])";
    private static final String REMOVE = "main form[action$=/remove]";

    private final Browser browser;
    private final Traffic traffic;
    private final Habits habits;
    private final ThinkTime thinkTime;
    private final StopSignal stop;
    private final RandomGenerator random;

    Visit(
            Browser browser,
            Traffic traffic,
            Habits habits,
            ThinkTime thinkTime,
            StopSignal stop,
            RandomGenerator random) {
        this.browser = browser;
        this.traffic = traffic;
        this.habits = habits;
        this.thinkTime = thinkTime;
        this.stop = stop;
        this.random = random;
    }

    void run() throws SessionEnded {
        if (happens(habits.unknownProduct())) {
            followOldBookmark();
        }
        Page home = browser.open("/");
        int wanted = 0;
        for (int look = 1 + random.nextInt(3); look > 0; look--) {
            Optional<Page> product = lookAtProduct(home);
            if (product.isPresent() && happens(habits.addToCart()) && addToCart(product.get())) {
                wanted++;
            }
        }
        if (wanted > 0) {
            reconsiderAndBuy();
        }
    }

    private void followOldBookmark() throws SessionEnded {
        if (browser.open(UNKNOWN_PRODUCT, 404).answered(404)) {
            traffic.expectedError(UNKNOWN_PRODUCT_KIND);
        }
        think();
    }

    private Optional<Page> lookAtProduct(Page home) throws SessionEnded {
        think();
        Page list = happens(habits.search()) ? search(home) : browse(home);
        Optional<String> link = pick(list.links(PRODUCTS)).or(() -> pick(home.links(PRODUCTS)));
        if (link.isEmpty()) {
            return Optional.empty();
        }
        think();
        return Optional.of(browser.open(link.get()));
    }

    private Page browse(Page home) throws SessionEnded {
        Optional<String> category = pick(home.links(CATEGORIES));
        return category.isPresent() ? browser.open(category.get()) : home;
    }

    /** Looks for a word that the shop itself uses for one of its products. */
    private Page search(Page home) throws SessionEnded {
        Optional<FormElement> form = home.form(SEARCH);
        Optional<String> word = pick(home.texts(PRODUCTS).stream()
                .flatMap(name -> Arrays.stream(name.split("[^\\p{L}]+")))
                .filter(one -> one.length() > 3)
                .distinct()
                .toList());
        return form.isPresent() && word.isPresent()
                ? browser.submit(home, form.get(), Map.of("query", word.get()))
                : home;
    }

    private boolean addToCart(Page product) throws SessionEnded {
        Optional<FormElement> form = product.form(QUANTITY);
        if (form.isEmpty()) {
            return false;
        }
        think();
        browser.submit(product, form.get(), Map.of("quantity", Integer.toString(1 + random.nextInt(3))));
        return true;
    }

    private void reconsiderAndBuy() throws SessionEnded {
        think();
        Page cart = browser.open("/cart");
        if (happens(habits.changeQuantity())) {
            cart = sendOneOf(cart, QUANTITY, Map.of("quantity", Integer.toString(1 + random.nextInt(4))));
        }
        if (happens(habits.removeItem())) {
            cart = sendOneOf(cart, REMOVE, Map.of());
        }
        if (!cart.forms(QUANTITY).isEmpty() && happens(habits.checkout())) {
            think();
            new Purchase(browser, traffic, habits, this::think, random).run();
            if (happens(habits.lookAtOrders())) {
                think();
                browser.open("/orders");
            }
        }
    }

    private Page sendOneOf(Page cart, String forms, Map<String, String> answers) throws SessionEnded {
        Optional<FormElement> form = pick(cart.forms(forms));
        if (form.isEmpty()) {
            return cart;
        }
        think();
        return browser.submit(cart, form.get(), answers);
    }

    private void think() throws SessionEnded {
        if (stop.isRequestedWithin(thinkTime.pick(random))) {
            throw new SessionEnded(Reason.LOAD_ENDS);
        }
    }

    private boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> Optional<T> pick(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }
}
