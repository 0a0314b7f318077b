package com.anycompany.shop.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.anycompany.shop.frontend.cart.Cart;
import com.anycompany.shop.frontend.cart.CartClient;
import com.anycompany.shop.frontend.cart.CartId;
import com.anycompany.shop.frontend.orders.Address;
import com.anycompany.shop.frontend.orders.Order;
import com.anycompany.shop.frontend.orders.OrderClient;
import com.anycompany.shop.frontend.orders.OrderId;
import com.anycompany.shop.frontend.orders.Orders;
import com.anycompany.shop.frontend.product.CatalogClient;
import com.anycompany.shop.frontend.product.Categories;
import com.anycompany.shop.frontend.product.Category;
import com.anycompany.shop.frontend.product.Money;
import com.anycompany.shop.frontend.product.Product;
import com.anycompany.shop.frontend.product.ProductId;
import com.anycompany.shop.frontend.product.Products;
import com.anycompany.shop.frontend.product.RecommendationClient;
import com.anycompany.shop.frontend.product.Recommendations;
import com.anycompany.shop.frontend.product.SampleProduct;
import com.anycompany.shop.frontend.web.ShopperId;
import com.anycompany.shop.frontend.web.TestShopper;
import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

/** Each template in each of its states, with mocked clients. */
@SpringBootTest(properties = {"shop.page-budget=30s", "xray.enabled=false"})
@AutoConfigureMockMvc
class StorefrontPagesTests {

    private static final String COOKIE = TestShopper.cookie();
    private static final String SHOPPER = TestShopper.idOf(COOKIE);
    private static final String ID = "2001492513595";
    private static final ProductId PRODUCT = new ProductId(ID);
    private static final CartId CART = new CartId(SHOPPER);
    private static final OrderId ORDER = new OrderId("o-1");
    private static final Money PRICE = new Money(new BigDecimal("24.90"), "USD");

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private CatalogClient catalog;

    @MockitoBean
    private CartClient carts;

    @MockitoBean
    private OrderClient orders;

    @MockitoBean
    private RecommendationClient recommendations;

    @BeforeEach
    void mockAnEmptyCart() {
        given(catalog.categories()).willReturn(new Categories(List.of(new Category("audio", "Audio", 1))));
        given(carts.cart(CART)).willReturn(new Cart(CART, List.of()));
    }

    @Test
    void overTls_cookiesAreSecure_andBoundToTheHost() throws Exception {
        given(catalog.featured(anyInt())).willReturn(page());
        given(carts.cart(any())).willReturn(new Cart(CART, List.of()));

        List<String> cookies = mvc.perform(get("/").secure(true))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeaders("Set-Cookie");

        assertThat(cookies)
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-shopper=").contains("; SameSite=Lax"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-XSRF-TOKEN="))
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Path=/;", "; Secure", "; HttpOnly")
                        .doesNotContain("Domain"));
    }

    @Test
    void overTls_aCookieThatWasSetWithoutIt_isNotTheShoppers_andIsRemoved() throws Exception {
        given(catalog.featured(anyInt())).willReturn(page());
        given(carts.cart(any())).willReturn(new Cart(CART, List.of()));

        List<String> cookies = mvc.perform(get("/").secure(true).cookie(new Cookie("shopper", COOKIE)))
                .andReturn()
                .getResponse()
                .getHeaders("Set-Cookie");

        assertThat(cookies)
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("__Host-shopper=").doesNotContain(COOKIE))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("shopper=; Path=/; Max-Age=0"));
    }

    @Test
    void homePage_withoutFeaturedProducts() throws Exception {
        given(catalog.featured(anyInt())).willReturn(page());
        show("/", "Nothing is picked this week", "1 product<");
    }

    @Test
    void changedPrice_isShownByTheNextPage() throws Exception {
        for (String price : List.of("24.90", "19.90", "24.90")) {
            given(catalog.featured(anyInt())).willReturn(page(product("Lamp", price)));
            given(catalog.search(any(), any(), any(), any(), anyInt(), anyInt()))
                    .willReturn(page(product("Lamp", price)));
            show("/", "$" + price);
            show("/products", "$" + price);
        }
    }

    @Test
    void list_ofAllKinds() throws Exception {
        given(catalog.search(any(), any(), any(), any(), anyInt(), anyInt()))
                .willReturn(page(product("Barrel <b>Speaker</b>")));
        show("/products?category=audio&query=x", "Results for “x”", "In Audio only.", "Barrel &lt;b&gt;Speaker");
        show("/products?category=audio", "<h1>Audio</h1>", "$24.90", "1 product<");
    }

    @ParameterizedTest
    @CsvSource({"bought-together, Often bought together", "same-category, You may also like"})
    void recommendations_sayWhatTheyAreBasedOn(String basis, String heading) throws Exception {
        given(catalog.product(PRODUCT)).willReturn(product("Barrel"));
        given(recommendations.recommendations(any(), anyInt()))
                .willReturn(new Recommendations(basis, List.of(product("Other"))));
        show("/products/" + ID, heading, "Other");
    }

    @Test
    void noRecommendations_noSection() throws Exception {
        given(catalog.product(PRODUCT)).willReturn(product("Barrel"));
        given(recommendations.recommendations(any(), anyInt()))
                .willReturn(new Recommendations("same-category", List.of()));
        mvc.perform(get("/products/" + ID).cookie(new Cookie("shopper", COOKIE)))
                .andExpect(content().string(not(containsString("id=\"recommendations\""))));
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,, We’re checking your payment",
        "CONFIRMED,, 'Thank you, it’s ordered'",
        "DECLINED, insufficient-funds, There wasn’t enough money in the account.",
        "DECLINED, invalid-payment, The payment details weren’t valid.",
        "DECLINED, never-heard-of, The payment provider gave no further reason.",
        "CANCELLED,, The order was cancelled"
    })
    void order_inEachState_isExplained(Order.Status status, @Nullable String reason, String words) throws Exception {
        given(orders.order(ORDER)).willReturn(order(status, reason, new Order.Payment("card", "4242")));
        show("/orders/o-1", words, "data-status=\"" + status + "\"", "Card ending in 4242", "Germany");
    }

    @Test
    void orderWithoutPayment_andAPendingOne() throws Exception {
        given(orders.order(ORDER)).willReturn(order(Order.Status.PENDING, null, null));
        mvc.perform(get("/orders/o-1").cookie(new Cookie("shopper", COOKIE)))
                .andExpect(header().string("Refresh", "4"))
                .andExpect(content().string(not(containsString("Card ending"))));
    }

    @Test
    void history_showsEachState() throws Exception {
        given(orders.ordersOf(SHOPPER))
                .willReturn(new Orders(List.of(
                        order(Order.Status.PENDING, null, null),
                        order(Order.Status.DECLINED, "expired-card", null),
                        order(Order.Status.CANCELLED, null, null))));
        show("/orders", "Checking payment", "Declined", "Cancelled", "2 items");
    }

    private void show(String path, String... expected) throws Exception {
        var page = mvc.perform(get(path).cookie(new Cookie("shopper", COOKIE))).andExpect(status().isOk());
        for (String text : expected) {
            page.andExpect(content().string(containsString(text)));
        }
        page.andExpect(content().string(not(containsString("??"))));
    }

    private static Products page(Product... products) {
        return new Products(List.of(products), 0, 12, products.length);
    }

    private static Product product(String name) {
        return SampleProduct.of(PRODUCT, name, PRICE);
    }

    private static Product product(String name, String price) {
        return SampleProduct.of(PRODUCT, name, new Money(new BigDecimal(price), "USD"));
    }

    private static Order order(Order.Status status, @Nullable String reason, Order.@Nullable Payment payment) {
        return new Order(
                ORDER,
                status,
                new ShopperId(SHOPPER),
                List.of(new Order.Item(PRODUCT, "Barrel", "/images/products/x.svg", 2, PRICE, PRICE.times(2))),
                PRICE.times(2),
                new Address("Ana", "Beispielweg 7", "Musterstadt", null, "10115", "DE"),
                "ana@example.com",
                payment,
                Instant.parse("2026-11-23T09:30:00Z"),
                reason);
    }
}
