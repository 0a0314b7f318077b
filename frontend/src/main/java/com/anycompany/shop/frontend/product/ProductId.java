package com.anycompany.shop.frontend.product;

import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Product ids are EANs of 13 digits; nothing else in a URL is worth a call. */
public final class ProductId {

    private static final Pattern EAN = Pattern.compile("[0-9]{13}");

    private ProductId() {}

    public static void require(String id) {
        if (!EAN.matcher(id).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "A product id consists of 13 digits");
        }
    }
}
