package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One product, with what goes with it. */
@Controller
class ProductController {

    private final ProductPages pages;

    ProductController(ProductPages pages) {
        this.pages = pages;
    }

    @GetMapping("/products/{id}")
    ModelAndView product(@PathVariable String id, Page page) {
        return pages.show(id, page);
    }
}
