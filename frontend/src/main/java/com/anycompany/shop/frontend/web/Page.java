package com.anycompany.shop.frontend.web;

import com.anycompany.shop.frontend.remote.RemoteCalls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One request for a page: its shopper, the calls that are made for it, and the notice that it shows. */
public final class Page {

    static final String ATTRIBUTE = "page";

    private final Cookies cookies;
    private final Instant now;
    private final ShopperSecrets secrets;
    private final ShopperId shopper;
    private final RemoteCalls calls;
    private final @Nullable Notice notice;

    Page(Cookies cookies, RemoteCalls calls, Instant now) {
        this.cookies = cookies;
        this.now = now;
        this.secrets = cookies.shopper(now);
        this.shopper = secrets.newestFirst().get(0).id();
        this.notice = cookies.takeNotice().orElse(null);
        this.calls = calls;
    }

    public ShopperId shopper() {
        return shopper;
    }

    /** The shopper, and those that this browser was before, newest first: all orders of these are its own. */
    public List<ShopperId> shoppers() {
        return secrets.ids();
    }

    /** The one among {@link #shoppers} that a form was made for; the present shopper for any other id. */
    public ShopperId shopper(String id) {
        return shoppers().stream()
                .filter(known -> known.value().equals(id))
                .findFirst()
                .orElse(shopper);
    }

    /**
     * Gives the browser a new secret, which makes another shopper from the next page on. Only to be used while the cart is empty:
     * it belongs to the shopper that this page still has.
     */
    public void renewShopper() {
        cookies.keep(secrets.renewed(now));
    }

    /** As {@link #renewShopper}, if half of the secret's lifetime is over. */
    public void renewOldShopper() {
        if (secrets.isOld(now)) {
            renewShopper();
        }
    }

    public RemoteCalls calls() {
        return calls;
    }

    public @Nullable Notice notice() {
        return notice;
    }

    /** Redirects the browser with a {@code GET}, so that reloading never repeats a {@code POST}. */
    public ModelAndView redirect(String path) {
        RedirectView view = new RedirectView(path, true, false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /** As {@link #redirect(String)}; the next page shows the notice. */
    public ModelAndView redirect(String path, Notice shown) {
        cookies.keep(shown);
        return redirect(path);
    }
}
