package com.anycompany.shop.frontend.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.anycompany.shop.frontend.product.Money;
import com.anycompany.shop.frontend.product.Product;
import com.anycompany.shop.frontend.product.ProductId;
import com.anycompany.shop.frontend.product.SampleProduct;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PricedCartTests {

    private static final ProductId A = new ProductId("2001492513595");
    private static final ProductId B = new ProductId("2001492515322");

    @Test
    void total_addsUpToTheCent() {
        PricedCart cart = cart(Map.of(A, product(A, "0.10"), B, product(B, "1234.57")));
        assertThat(cart.total().display()).isEqualTo("$3,704.01");
        assertThat(cart.pieces()).isEqualTo(6);
        assertThat(cart.anyGone()).isFalse();
    }

    @Test
    void productThatIsGone_staysVisible_andCostsNothing() {
        PricedCart cart = cart(Map.of(A, product(A, "0.10")));
        assertThat(cart.lines()).hasSize(2);
        assertThat(cart.anyGone()).isTrue();
        assertThat(cart.total().display()).isEqualTo("$0.30");
    }

    @Test
    void amount_hasItsCents_whateverTheServiceWrote() {
        assertThat(new Money(new BigDecimal("64.9"), "USD")).isEqualTo(new Money(new BigDecimal("64.90"), "USD"));
    }

    @Test
    void currencies_areNeverAdded() {
        Money dollars = new Money(BigDecimal.ONE, "USD");
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.plus(new Money(BigDecimal.ONE, "EUR")));
    }

    @Test
    void pictureFromElsewhere_isNotShown() {
        Product product = SampleProduct.of(A, "Name", dollars("1.00"), "https://elsewhere.example/a.svg");
        assertThat(product.picture()).isEqualTo("/images/logo.svg");
    }

    private static PricedCart cart(Map<ProductId, Product> products) {
        return PricedCart.of(new Cart(new CartId("c"), List.of(new Cart.Item(A, 3), new Cart.Item(B, 3))), products);
    }

    private static Product product(ProductId id, String price) {
        return SampleProduct.of(id, "Name", dollars(price));
    }

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
