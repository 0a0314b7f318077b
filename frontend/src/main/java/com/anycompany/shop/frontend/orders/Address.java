package com.anycompany.shop.frontend.orders;

import java.util.Locale;

/** Shipping address; {@code country} is an ISO 3166 code of two letters. */
public record Address(String name, String street, String city, String postalCode, String country) {

    public String countryName() {
        return new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.US);
    }
}
