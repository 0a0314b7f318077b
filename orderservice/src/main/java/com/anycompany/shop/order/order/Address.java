package com.anycompany.shop.order.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Shipping address.
 *
 * @param state or province, where the country's addresses have one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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

        @Size(max = 100, message = "must be at most 100 characters long") @Nullable
        String state,

        @NotBlank(message = "is missing: give the postal code")
        @Size(max = 20, message = "must be at most 20 characters long")
        String postalCode,

        @NotBlank(message = "is missing: choose a country") @CountryCode
        String country) {}
