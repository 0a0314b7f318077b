package com.anycompany.shop.recommendation.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.anycompany.shop.recommendation.catalog.Catalog;
import com.anycompany.shop.recommendation.catalog.Product;
import com.anycompany.shop.recommendation.suggestion.Recommendation.Basis;
import com.anycompany.shop.recommendation.together.BoughtTogether;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

class RecommendationsTests {

    private static final Map<String, Product> SOLD = Stream.of("a", "b", "c", "d", "e")
            .map(id -> new Product(
                    id, id, "", "", "kitchen", new Product.Money(BigDecimal.ONE, "USD"), id + ".svg", false))
            .collect(Collectors.toMap(Product::id, Function.identity()));

    private final BoughtTogether boughtTogether = mock(BoughtTogether.class);
    private final Catalog catalog = mock(Catalog.class);
    private final Recommendations recommendations = new Recommendations(boughtTogether, catalog);

    @BeforeEach
    void sell() {
        when(catalog.products(anyCollection()))
                .thenAnswer(call -> call.<Collection<String>>getArgument(0).stream()
                        .filter(SOLD::containsKey)
                        .collect(Collectors.toMap(Function.identity(), SOLD::get)));
        when(catalog.category("kitchen"))
                .thenReturn(SOLD.values().stream()
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList());
    }

    @Test
    void tableWithoutCapacity_stillShowsTheCategory() {
        when(boughtTogether.mostOften(any(), anyInt()))
                .thenThrow(ProvisionedThroughputExceededException.builder().build());

        Recommendation found = recommendations.recommend("c", 3);

        assertThat(found.basis()).isEqualTo(Basis.SAME_CATEGORY);
        assertThat(found.products()).extracting(Product::id).containsExactly("d", "e", "a");
    }

    @Test
    void companions_areNotRepeatedByTheFillUp() {
        when(boughtTogether.mostOften(eq("a"), anyInt())).thenReturn(List.of("c", "gone"));

        assertThat(recommendations.recommend("a", 12).products())
                .extracting(Product::id)
                .containsExactly("c", "b", "d", "e");
    }

    @Test
    void enoughCompanions_needNoCategory() {
        when(boughtTogether.mostOften(eq("a"), anyInt())).thenReturn(List.of("e", "gone", "b", "c"));

        assertThat(recommendations.recommend("a", 2).products())
                .extracting(Product::id)
                .containsExactly("e", "b");
        verify(catalog, never()).category(any());
    }

    @Test
    void productThatIsGone_isUnknown() {
        assertThatThrownBy(() -> recommendations.recommend("gone", 4)).isInstanceOf(UnknownProduct.class);
    }
}
