package com.anycompany.shop.frontend.home;

import com.anycompany.shop.frontend.product.CatalogClient;
import com.anycompany.shop.frontend.product.Category;
import com.anycompany.shop.frontend.product.CategoryMenu;
import com.anycompany.shop.frontend.product.Product;
import com.anycompany.shop.frontend.product.Products;
import com.anycompany.shop.frontend.remote.Answer;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The shop window. */
@Controller
class HomeController {

    private static final int FEATURED = 8;

    private final CatalogClient catalog;
    private final CategoryMenu menu;

    HomeController(CatalogClient catalog, CategoryMenu menu) {
        this.catalog = catalog;
        this.menu = menu;
    }

    /** A category with the picture of one of its featured products, if it has any. */
    record Tile(Category category, @Nullable Product face) {}

    @GetMapping("/")
    String home(Page page, Model model) {
        Answer<Products> asked = page.calls().read(RemoteService.CATALOG, () -> catalog.featured(FEATURED));
        Answer<List<Category>> categories = page.freshMenu();
        List<Product> featured = asked.get().products();
        model.addAttribute("featured", featured);
        model.addAttribute(
                "tiles", categories.map(found -> tiles(found, featured), tiles(menu.remembered(), featured)));
        return "home/home";
    }

    private static List<Tile> tiles(List<Category> categories, List<Product> featured) {
        return categories.stream()
                .map(category -> new Tile(
                        category,
                        featured.stream()
                                .filter(product -> product.category().equals(category.id()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
