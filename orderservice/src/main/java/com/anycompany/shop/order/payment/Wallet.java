package com.anycompany.shop.order.payment;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An account with a wallet provider. */
record Wallet(
        @NotBlank(message = "is missing: give the wallet account's e-mail address")
        @Email(message = "must be an e-mail address, such as ada@example.com")
        @Size(max = 254, message = "must be at most 254 characters long")
        String account) {}
