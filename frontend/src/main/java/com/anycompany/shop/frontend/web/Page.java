package com.anycompany.shop.frontend.web;

import com.anycompany.shop.frontend.cart.Cart;
import com.anycompany.shop.frontend.cart.CartClient;
import com.anycompany.shop.frontend.product.Category;
import com.anycompany.shop.frontend.product.CategoryMenu;
import com.anycompany.shop.frontend.remote.Answer;
import com.anycompany.shop.frontend.remote.Calls;
import com.anycompany.shop.frontend.remote.RemoteService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One request for a page: who asks, the calls made for it, and what the header of every page shows. */
public final class Page {

    private final Cookies cookies;
    private final String shopper;
    private final Calls calls;
    private final CartClient carts;
    private final CategoryMenu menu;
    private final @Nullable Notice notice;
    private @Nullable Answer<Cart> cart;
    private @Nullable Answer<List<Category>> categories;

    Page(Cookies cookies, Calls calls, CartClient carts, CategoryMenu menu) {
        this.cookies = cookies;
        this.shopper = cookies.shopper();
        this.notice = cookies.takeNotice().orElse(null);
        this.calls = calls;
        this.carts = carts;
        this.menu = menu;
    }

    /** Starts what the header will need, so that it is fetched beside what the page itself needs. */
    void begin() {
        cart();
        categories = menu.refresh(calls);
    }

    public String shopper() {
        return shopper;
    }

    public Calls calls() {
        return calls;
    }

    /** The shopper's cart, fetched at most once per page. */
    public Answer<Cart> cart() {
        if (cart == null) {
            cart = calls.read(RemoteService.CART, () -> carts.cart(shopper));
        }
        return cart;
    }

    /** How many pieces are in the cart; a dash where nobody knows. */
    public String cartBadge() {
        return cart().map(known -> Integer.toString(known.pieces()), "–");
    }

    /** The categories as the catalog has them now. */
    public Answer<List<Category>> freshMenu() {
        if (categories == null) {
            categories = menu.fetch(calls);
        }
        return categories;
    }

    /** The categories for the navigation, possibly of some minutes ago. */
    public List<Category> menu() {
        return categories == null ? menu.remembered() : categories.map(found -> found, menu.remembered());
    }

    public @Nullable Notice notice() {
        return notice;
    }

    /** Sends the browser on with a {@code GET}, so that reloading never repeats a {@code POST}. */
    public ModelAndView redirect(String path) {
        RedirectView view = new RedirectView(path, true, false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /** As {@link #redirect(String)}; the next page tells the notice. */
    public ModelAndView redirect(String path, Notice told) {
        cookies.leave(told);
        return redirect(path);
    }
}
