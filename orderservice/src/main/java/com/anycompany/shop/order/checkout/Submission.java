package com.anycompany.shop.order.checkout;

import com.anycompany.shop.order.order.Address;
import com.anycompany.shop.order.order.CartId;
import com.anycompany.shop.order.order.Identifier;
import com.anycompany.shop.order.order.Money;
import com.anycompany.shop.order.order.Order.Buyer;
import com.anycompany.shop.order.order.ShopperId;
import com.anycompany.shop.order.payment.PaymentDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Request body of the checkout. Products and prices are not in it: they are those of cart and catalog. */
record Submission(
        @NotNull(message = "is missing: say who buys") @Pattern(regexp = Identifier.REGEX, message = Identifier.RULE)
        String shopperId,

        @NotNull(message = "is missing: say which cart is bought")
        @Pattern(regexp = Identifier.REGEX, message = Identifier.RULE)
        String cartId,

        @NotBlank(message = "is missing: give an e-mail address")
        @Email(message = "must be an e-mail address, such as ada@example.com")
        @Size(max = 254, message = "must be at most 254 characters long")
        String email,

        @NotNull(message = "is missing: give the address") @Valid
        Address shippingAddress,

        @NotNull(message = "is missing: choose how to pay") @Valid
        PaymentDetails payment,

        @NotNull(message = "is missing: give the total that the shopper saw") @Valid
        Money expectedTotal) {

    Buyer buyer() {
        return new Buyer(new ShopperId(shopperId), email, shippingAddress);
    }

    CartId cart() {
        return new CartId(cartId);
    }
}
