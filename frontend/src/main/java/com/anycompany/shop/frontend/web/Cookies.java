package com.anycompany.shop.frontend.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Cookies of one request. They are the storefront's only state, so any replica can serve any request.
 *
 * <p>Over TLS their names begin with {@code __Host-}: browsers then accept them from this very host only, with {@code Secure}.
 */
final class Cookies {

    static final String SECURE_PREFIX = "__Host-";

    private static final String SHOPPER = "shopper";
    private static final String NOTICE = "notice";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Cookies(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** The shopper's secrets. A browser without a current one gets a new one, in front of those that it has. */
    ShopperSecrets shopper(Instant now) {
        ShopperSecrets known = ShopperSecrets.read(read(SHOPPER).orElse(""), now);
        if (known.isCurrent(now)) {
            return known;
        }
        ShopperSecrets renewed = known.renewed(now);
        keep(renewed);
        return renewed;
    }

    void keep(ShopperSecrets secrets) {
        write(SHOPPER, secrets.cookie(), ShopperSecrets.HISTORY);
        if (request.isSecure() && WebUtils.getCookie(request, SHOPPER) != null) {
            // Set without TLS, where others may have read or planted it.
            add(SHOPPER, "", Duration.ZERO);
        }
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
        return Optional.ofNullable(WebUtils.getCookie(request, prefixed(name))).map(Cookie::getValue);
    }

    private void write(String name, String value, Duration maxAge) {
        add(prefixed(name), value, maxAge);
    }

    private String prefixed(String name) {
        return request.isSecure() ? SECURE_PREFIX + name : name;
    }

    private void add(String name, String value, Duration maxAge) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path("/")
                .maxAge(maxAge)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
