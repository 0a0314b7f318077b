package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.remote.RemoteFuture;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.web.Page;
import com.anycompany.xray.spring.CurrentTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Renders the page of one product, with recommendations; the cart shows it again when a quantity is invalid. */
@Component
public class ProductPages {

    private static final int RECOMMENDED = 4;

    private final Catalog catalog;
    private final RecommendationClient recommendations;

    ProductPages(Catalog catalog, RecommendationClient recommendations) {
        this.catalog = catalog;
        this.recommendations = recommendations;
    }

    ModelAndView show(ProductId id, Page page) {
        return show(id, page, "1", null);
    }

    public ModelAndView showWithBadQuantity(ProductId id, Page page, String quantity) {
        ModelAndView shown = show(id, page, quantity, "quantity.invalid");
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private ModelAndView show(ProductId id, Page page, String quantity, @Nullable String error) {
        CurrentTrace.annotate("product_id", id.value());
        CatalogRequest<Product> product = catalog.product(id, page.calls());
        RemoteFuture<Recommendations> recommended = page.calls()
                .idempotent(RemoteService.RECOMMENDATION, () -> recommendations.recommendations(id, RECOMMENDED));
        ModelAndView shown = new ModelAndView("product/product");
        CatalogAnswer<Product> known = found(product);
        shown.addObject("product", known.value());
        shown.addObject("catalogAge", known.ageInMinutes());
        shown.addObject("currentCategory", known.value().category());
        shown.addObject("recommendations", recommended.optional().orElse(null));
        shown.addObject("quantity", quantity);
        shown.addObject("quantityError", error);
        return shown;
    }

    private static CatalogAnswer<Product> found(CatalogRequest<Product> product) {
        try {
            return product.answer();
        } catch (HttpClientErrorException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Unknown product", e);
        }
    }
}
