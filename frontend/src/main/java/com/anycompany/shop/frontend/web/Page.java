package com.anycompany.shop.frontend.web;

import com.anycompany.shop.frontend.remote.RemoteCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One request for a page: its shopper, the calls that are made for it, and the notice that it shows. */
public final class Page {

    static final String ATTRIBUTE = "page";

    private final Cookies cookies;
    private final ShopperId shopper;
    private final RemoteCalls calls;
    private final @Nullable Notice notice;

    Page(Cookies cookies, RemoteCalls calls) {
        this.cookies = cookies;
        this.shopper = cookies.shopper();
        this.notice = cookies.takeNotice().orElse(null);
        this.calls = calls;
    }

    public ShopperId shopper() {
        return shopper;
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
