package com.anycompany.shop.frontend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shipping address.
 *
 * @param state of the United States, as its two letters; null in other countries
 * @param country ISO 3166 code of two letters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Address(
        String name, String street, String city, @Nullable String state, String postalCode, String country) {

    /** The line of the city, as it is written in the country. */
    public String cityLine() {
        return state == null ? postalCode + " " + city : city + ", " + state + " " + postalCode;
    }

    public String countryName() {
        return new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.US);
    }
}
