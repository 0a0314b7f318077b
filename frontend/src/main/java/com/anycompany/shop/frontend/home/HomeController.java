package com.anycompany.shop.frontend.home;

import com.anycompany.shop.frontend.product.Catalog;
import com.anycompany.shop.frontend.product.CatalogAnswer;
import com.anycompany.shop.frontend.product.Category;
import com.anycompany.shop.frontend.product.CategoryMenu;
import com.anycompany.shop.frontend.product.Product;
import com.anycompany.shop.frontend.product.Products;
import com.anycompany.shop.frontend.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The home page: featured products, and the categories as tiles. */
@Controller
class HomeController {

    private static final int FEATURED = 8;

    private final Catalog catalog;

    HomeController(Catalog catalog) {
        this.catalog = catalog;
    }

    /** What the page shows to everybody alike. */
    record Window(List<Product> featured, List<Tile> tiles) {}

    /** A category and, for its picture, one of its featured products, if it has any. */
    record Tile(Category category, @Nullable Product pictured) {}

    @GetMapping("/")
    String home(@RequestAttribute Page page, @RequestAttribute CategoryMenu categoryMenu, Model model) {
        CatalogAnswer<Products> products =
                catalog.featured(FEATURED, page.calls()).answer();
        List<Product> featured = products.value().products();
        model.addAttribute("catalogAge", products.ageInMinutes());
        model.addAttribute("window", new Window(featured, tiles(categoryMenu.categories(), featured)));
        return "home/home";
    }

    private static List<Tile> tiles(List<Category> categories, List<Product> featured) {
        return categories.stream()
                .map(category -> new Tile(category, firstOf(category, featured)))
                .toList();
    }

    private static @Nullable Product firstOf(Category category, List<Product> featured) {
        return featured.stream()
                .filter(product -> product.category().equals(category.id()))
                .findFirst()
                .orElse(null);
    }
}
