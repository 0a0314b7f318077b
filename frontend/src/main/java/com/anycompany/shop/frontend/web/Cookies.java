package com.anycompany.shop.frontend.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Cookies of one request. They are the storefront's only state, so any replica can serve any request. */
final class Cookies {

    private static final String SHOPPER = "shopper";
    private static final String NOTICE = "notice";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Cookies(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** The shopper's id. A browser without a valid one gets a new one. */
    ShopperId shopper() {
        return new ShopperId(read(SHOPPER).filter(Cookies::isUuid).orElseGet(() -> {
            String id = UUID.randomUUID().toString();
            write(SHOPPER, id, Duration.ofDays(365));
            return id;
        }));
    }

    /** The notice that the last request kept, if any. It is removed, so that it is shown once. */
    Optional<Notice> takeNotice() {
        Optional<String> name = read(NOTICE);
        name.ifPresent(present -> write(NOTICE, "", Duration.ZERO));
        return name.flatMap(Notice::named);
    }

    void keep(Notice notice) {
        write(NOTICE, notice.name(), Duration.ofMinutes(1));
    }

    private Optional<String> read(String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    private void write(String name, String value, Duration maxAge) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path("/")
                .maxAge(maxAge)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static boolean isUuid(String value) {
        try {
            return UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
