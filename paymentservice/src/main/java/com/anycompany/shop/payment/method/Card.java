package com.anycompany.shop.payment.method;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Card details as entered by the shopper. They exist while one request lasts, and are neither stored nor logged. */
public record Card(
        @NotNull(message = "is missing: give the card's number")
        @WellFormed(message = "isn't a card number: check its digits")
        CardNumber number,

        @NotNull(message = "is missing: give the card's expiry as MM/YY")
        @Pattern(regexp = "(0[1-9]|1[0-2])/\\d{2}", message = "must be MM/YY, such as 04/29")
        @NotExpired
        String expiry,

        @NotNull(message = "is missing: give the card's security code")
        @WellFormed(message = "must be the 3 or 4 digits on the card")
        SecurityCode cvc,

        @NotBlank(message = "is missing: give the name on the card")
        @Size(max = 100, message = "must be at most 100 characters long")
        String holder) {}
