package com.anycompany.shop.frontend.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads forms that were refused because their page was too old, so that the error page can offer to send them again. */
public interface RefusedForms {

    /**
     * What the template {@code error/403} offers, if the request sent such a form.
     *
     * @param path of the refused request
     */
    Optional<?> offer(String path, HttpServletRequest request);
}
