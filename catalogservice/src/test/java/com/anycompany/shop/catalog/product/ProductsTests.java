package com.anycompany.shop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.service.spring.contract.LocalDynamoDb;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Each question is answered rightly, and in the cheapest way that the table offers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProductsTests {

    @Autowired
    Products products;

    @DynamicPropertySource
    static void dynamoDb(DynamicPropertyRegistry properties) {
        LocalDynamoDb.use();
    }

    @BeforeEach
    void forgetCalls() {
        RecordedCalls.forget();
    }

    @Test
    void category_isOneQueryOfItsIndex() {
        assertThat(search(null, "audio", null, null))
                .hasSize(8)
                .allMatch(found -> found.category().id().equals("audio"));
        onlyCall()
                .isInstanceOfSatisfying(
                        QueryRequest.class,
                        query -> assertThat(query.indexName()).isEqualTo("by-category"));
    }

    @Test
    void featured_isOneQueryOfTheSparseIndex() {
        assertThat(search(null, null, null, true)).hasSize(8).allMatch(Product::featured);
        onlyCall()
                .isInstanceOfSatisfying(
                        QueryRequest.class,
                        query -> assertThat(query.indexName()).isEqualTo("by-featured"));
    }

    @Test
    void featuredOfACategoryWithAWord_meetsAllThree() {
        assertThat(search("tent", "outdoors", null, true))
                .singleElement()
                .satisfies(found -> assertThat(found.name()).startsWith("Skylark"));
        onlyCall().isInstanceOf(QueryRequest.class);
    }

    @Test
    void notFeatured_isTheRestOfACategory() {
        assertThat(search(null, "kitchen", null, false)).isNotEmpty().noneMatch(Product::featured);
        assertThat(search(null, "kitchen", null, false).size()
                        + search(null, "kitchen", null, true).size())
                .isEqualTo(8);
    }

    @Test
    void ids_areOneBatchAndUnknownOnesAreAbsent() {
        ProductId known = search(null, null, null, true).get(0).id();
        RecordedCalls.forget();

        assertThat(search(null, null, List.of(known, known, new ProductId("0000000000000")), null))
                .extracting(Product::id)
                .containsExactly(known);
        onlyCall()
                .isInstanceOfSatisfying(
                        BatchGetItemRequest.class,
                        batch -> assertThat(batch.requestItems()
                                        .get("ProductCatalog")
                                        .keys())
                                .hasSize(2));
    }

    @Test
    void hundredIds_areOneBatch() {
        List<ProductId> ids =
                IntStream.range(0, 100).mapToObj(ProductsTests::ean).toList();

        assertThat(search(null, null, ids, null)).isEmpty();
        onlyCall().isInstanceOf(BatchGetItemRequest.class);
    }

    @Test
    void idsOfNoProduct_askNobody() {
        assertThat(search(null, null, List.of(), null)).isEmpty();
        assertThat(RecordedCalls.all()).isEmpty();
    }

    @Test
    void ids_respectTheOtherConditions() {
        Product kettle = search("gooseneck", null, null, null).get(0);

        assertThat(search("kettle", "kitchen", List.of(kettle.id()), true)).containsExactly(kettle);
        assertThat(search(null, "audio", List.of(kettle.id()), null)).isEmpty();
        assertThat(search("teapot", null, List.of(kettle.id()), null)).isEmpty();
    }

    @Test
    void words_mustAllOccurInAnyCaseAndOrder() {
        assertThat(search("  KETTLE  heron ", null, null, null))
                .extracting(Product::name)
                .containsExactly("Heron Gooseneck Kettle");
        assertThat(search("heron skillet", null, null, null)).isEmpty();
        assertThat(search("LARKSPOKE", null, null, null))
                .allMatch(found -> found.brand().equals("Larkspoke"));
    }

    @Test
    void plural_findsWhatTheSingularFinds() {
        assertThat(search("lamps", null, null, null)).isNotEmpty().isEqualTo(search("lamp", null, null, null));
    }

    @Test
    void typingError_findsTheProducts_ifNothingIsWrittenSo() {
        assertThat(search("ketle", null, null, null))
                .isNotEmpty()
                .allMatch(found -> found.name().contains("Kettle"));
        assertThat(search("gosneeck", "kitchen", null, null)).isEmpty();
        assertThat(search("larkspoek", null, null, null))
                .isNotEmpty()
                .allMatch(found -> found.brand().equals("Larkspoke"));
    }

    @Test
    void eanOrItsBeginning_findsTheProduct() {
        Product kettle = search("gooseneck", null, null, null).get(0);
        String ean = kettle.id().value();

        assertThat(search(ean, null, null, null)).containsExactly(kettle);
        assertThat(search(ean, "kitchen", null, null)).containsExactly(kettle);
        assertThat(search(ean.substring(0, 12), null, null, null)).contains(kettle);
        assertThat(search(ean, "audio", null, null)).isEmpty();
    }

    @Test
    void marksWithoutLettersOrDigits_findNothing_andAskNobody() {
        assertThat(search(".", null, null, null)).isEmpty();
        assertThat(RecordedCalls.all()).isEmpty();
    }

    @Test
    void everything_isInTheOrderOfNames() {
        List<Product> all = search(null, null, null, null);

        assertThat(all).hasSize(48);
        assertThat(all).extracting(Product::name).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        onlyCall().isInstanceOf(ScanRequest.class);
    }

    @ParameterizedTest
    @CsvSource({"20..50, 20.00, 50.00", "20.., 20.00, 99999", "..49.90, 0, 49.90", "64.90..64.90, 64.90, 64.90"})
    void priceRange_includesBothEnds_inOneRead(String range, BigDecimal lowest, BigDecimal highest) {
        List<Product> within =
                products.search(ProductSearch.of(null, null, null, null, new PriceRange(range)), new SortOrder("name"));
        onlyCall().isInstanceOf(ScanRequest.class);

        assertThat(within)
                .isNotEmpty()
                .containsExactlyElementsOf(search(null, null, null, null).stream()
                        .filter(product -> product.price().amount().compareTo(lowest) >= 0
                                && product.price().amount().compareTo(highest) <= 0)
                        .toList());
    }

    @Test
    void order_byPrice_andByNameAmongEqualPrices() {
        ProductSearch everything = ProductSearch.of(null, null, null, null, null);
        List<Product> cheapest = products.search(everything, new SortOrder("price"));
        List<Product> dearest = products.search(everything, new SortOrder("-price"));

        assertThat(cheapest)
                .hasSize(48)
                .isSortedAccordingTo(Comparator.comparing(
                                (Product product) -> product.price().amount())
                        .thenComparing(Product::name, String.CASE_INSENSITIVE_ORDER));
        assertThat(dearest)
                .hasSize(48)
                .isSortedAccordingTo(Comparator.comparing(
                                (Product product) -> product.price().amount())
                        .reversed()
                        .thenComparing(Product::name, String.CASE_INSENSITIVE_ORDER));
    }

    @Test
    void categories_areCountedInTheNarrowIndex() {
        var counts = products.countByCategory();

        assertThat(counts.keySet())
                .extracting(Category::id)
                .containsExactly("audio", "desk", "kitchen", "lighting", "outdoors", "toys");
        assertThat(counts.values()).allMatch(count -> count == 8);
        onlyCall()
                .isInstanceOfSatisfying(
                        ScanRequest.class, scan -> assertThat(scan.indexName()).isEqualTo("categories"));
    }

    @Test
    void twiceTheSameProduct_isReadTwice() {
        ProductId id = search(null, null, null, true).get(0).id();
        RecordedCalls.forget();

        assertThat(products.find(id)).isEqualTo(products.find(id)).isPresent();
        assertThat(RecordedCalls.all()).hasSize(2).allMatch(GetItemRequest.class::isInstance);
    }

    private List<Product> search(String query, String category, List<ProductId> ids, Boolean featured) {
        return products.search(
                ProductSearch.of(query, category, ids, featured, null), new SortOrder(SortOrder.DEFAULT));
    }

    private static ObjectAssert<SdkRequest> onlyCall() {
        return assertThat(RecordedCalls.all()).singleElement(InstanceOfAssertFactories.type(SdkRequest.class));
    }

    private static ProductId ean(int number) {
        String digits = "29%010d".formatted(number);
        return IntStream.range(0, 10)
                .mapToObj(check -> digits + check)
                .filter(Ean::isValid)
                .findFirst()
                .map(ProductId::new)
                .orElseThrow();
    }
}
