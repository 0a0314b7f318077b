package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The page of one product. */
@Controller
class ProductController {

    private final ProductPages pages;

    ProductController(ProductPages pages) {
        this.pages = pages;
    }

    @GetMapping("/products/{id}")
    ModelAndView product(@PathVariable ProductId id, @RequestAttribute Page page) {
        return pages.show(id, page);
    }
}
