package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;

/** The lists of products, by category and by search, page by page. */
@Controller
class ProductsController {

    private static final int PAGE_SIZE = 12;

    private final Catalog catalog;

    ProductsController(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The numbers in the pager: the first, the last, the page and its neighbours; 0 stands for those between that are left out.
     * Page 6 of 12: {@code 1 0 5 6 7 0 12}.
     */
    static List<Integer> pages(int page, int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            boolean shown = number == 1 || number == last || Math.abs(number - page) <= 1;
            if (shown) {
                numbers.add(number);
            } else if (numbers.get(numbers.size() - 1) != 0) {
                numbers.add(0);
            }
        }
        return numbers;
    }

    @GetMapping("/products")
    String products(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = Refinement.BY_NAME) String sort,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "1") String page,
            @RequestAttribute("page") Page request,
            @RequestAttribute CategoryMenu categoryMenu,
            Model model,
            HttpServletResponse response) {
        Search search = Search.of(query, category, Refinement.of(sort, from, to), page);
        CatalogAnswer<Products> products = found(catalog.list(search, PAGE_SIZE, request.calls()));
        int last = products.value().pages();
        if (search.page() > last) {
            return "redirect:" + search.addressOfPage(last);
        }
        Category shown = categoryMenu.withId(search.category()).orElse(null);
        if (search.category() != null
                && shown == null
                && search.query() == null
                && search.refinement().priceRange() == null
                && products.value().total() == 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such category");
        }
        if (!search.refinement().isValid()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("pages", pages(search.page(), last));
        model.addAttribute("search", search);
        model.addAttribute("currentCategory", search.category());
        model.addAttribute("products", products.value());
        model.addAttribute("catalogAge", products.ageInMinutes());
        model.addAttribute("category", shown);
        return "product/products";
    }

    private static CatalogAnswer<Products> found(CatalogRequest<Products> products) {
        try {
            return products.answer();
        } catch (HttpClientErrorException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such products", e);
        }
    }
}
