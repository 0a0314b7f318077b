package com.anycompany.shop.payment.method;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Account with a wallet provider. */
public record Wallet(
        @NotBlank(message = "is missing: give the wallet account's e-mail address")
        @Email(message = "must be an e-mail address, such as ada@example.com")
        @Size(max = 254, message = "must be at most 254 characters long")
        String account) {}
