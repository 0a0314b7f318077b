package com.anycompany.shop.order.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Shipping address. */
public record Address(
        @NotBlank(message = "is missing: say who receives the parcel")
        @Size(max = 100, message = "must be at most 100 characters long")
        String name,

        @NotBlank(message = "is missing: give street and number")
        @Size(max = 200, message = "must be at most 200 characters long")
        String street,

        @NotBlank(message = "is missing: give the city")
        @Size(max = 100, message = "must be at most 100 characters long")
        String city,

        @NotBlank(message = "is missing: give the postal code")
        @Size(max = 20, message = "must be at most 20 characters long")
        String postalCode,

        @NotBlank(message = "is missing: choose a country") @CountryCode
        String country) {}
