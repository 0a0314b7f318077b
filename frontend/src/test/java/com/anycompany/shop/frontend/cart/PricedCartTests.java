package com.anycompany.shop.frontend.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.anycompany.shop.frontend.product.Money;
import com.anycompany.shop.frontend.product.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PricedCartTests {

    @Test
    void total_addsUpToTheCent() {
        PricedCart cart = cart(Map.of("a", product("a", "0.10"), "b", product("b", "1234.57")));
        assertThat(cart.total().display()).isEqualTo("$3,704.01");
        assertThat(cart.pieces()).isEqualTo(6);
        assertThat(cart.anyGone()).isFalse();
    }

    @Test
    void productThatIsGone_staysVisible_andCostsNothing() {
        PricedCart cart = cart(Map.of("a", product("a", "0.10")));
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
        assertThat(product("a", "1.00", "https://elsewhere.example/a.svg").picture())
                .isEqualTo("/images/logo.svg");
    }

    private static PricedCart cart(Map<String, Product> products) {
        return PricedCart.of(new Cart("c", List.of(new Cart.Item("a", 3), new Cart.Item("b", 3))), products);
    }

    private static Product product(String id, String price) {
        return product(id, price, "/images/products/" + id + ".svg");
    }

    private static Product product(String id, String price, String picture) {
        return new Product(
                id, "Name", "Description", "Brand", "audio", new Money(new BigDecimal(price), "USD"), picture);
    }
}
