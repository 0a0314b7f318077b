package com.anycompany.shop.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.anycompany.service.spring.problem.ProblemException;
import com.anycompany.shop.recommendation.Recommendation.Basis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClientException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

class RecommendationsTests {

    private static final ProductId A = new ProductId("2000000000001");
    private static final ProductId B = new ProductId("2000000000002");
    private static final ProductId C = new ProductId("2000000000003");
    private static final ProductId D = new ProductId("2000000000004");
    private static final ProductId E = new ProductId("2000000000005");
    private static final ProductId GONE = new ProductId("2000000000009");

    private static final Map<ProductId, Product> SOLD = Stream.of(A, B, C, D, E)
            .map(id -> new Product(
                    id, id.value(), "", "", "kitchen", new Product.Money(BigDecimal.ONE, "USD"), id + ".svg", false))
            .collect(Collectors.toMap(Product::id, Function.identity()));

    private final BoughtTogether boughtTogether = mock(BoughtTogether.class);
    private final Catalog catalog = mock(Catalog.class);
    private final List<Runnable> inBackground = new ArrayList<>();
    private final Recommendations recommendations =
            new Recommendations(boughtTogether, catalog, new ProductCategories(), task -> {
                inBackground.add(task);
                task.run();
            });

    @BeforeEach
    void sell() {
        when(catalog.products(anyCollection()))
                .thenAnswer(call -> call.<Collection<ProductId>>getArgument(0).stream()
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

        Recommendation found = recommendations.recommend(C, 3);

        assertThat(found.basis()).isEqualTo(Basis.SAME_CATEGORY);
        assertThat(found.products()).extracting(Product::id).containsExactly(D, E, A);
    }

    @Test
    void companions_areNotRepeatedByTheFillUp() {
        when(boughtTogether.mostOften(eq(A), anyInt())).thenReturn(List.of(C, GONE));

        assertThat(recommendations.recommend(A, 12).products())
                .extracting(Product::id)
                .containsExactly(C, B, D, E);
    }

    @Test
    void enoughCompanions_needNoCategory() {
        when(boughtTogether.mostOften(eq(A), anyInt())).thenReturn(List.of(E, GONE, B, C));

        assertThat(recommendations.recommend(A, 2).products())
                .extracting(Product::id)
                .containsExactly(E, B);
        verify(catalog, never()).category(any());
    }

    @Test
    void productThatIsGone_isUnknown() {
        assertThatThrownBy(() -> recommendations.recommend(GONE, 4))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.slug()).isEqualTo("unknown-product"));
    }

    @Test
    void productWithoutCompanions_needsOneCall_onceItsCategoryIsKnown() {
        Recommendation first = recommendations.recommend(C, 3);
        clearInvocations(catalog);

        assertThat(recommendations.recommend(C, 3)).isEqualTo(first);
        verify(catalog).category("kitchen");
        verifyNoMoreInteractions(catalog);
    }

    @Test
    void fewCompanions_areAskedForBesideTheCategory_onceItIsKnown() {
        when(boughtTogether.mostOften(eq(A), anyInt())).thenReturn(List.of(C));
        Recommendation first = recommendations.recommend(A, 3);
        assertThat(inBackground).isEmpty();
        clearInvocations(catalog);

        assertThat(recommendations.recommend(A, 3)).isEqualTo(first);
        assertThat(inBackground).hasSize(1);
        verify(catalog).category("kitchen");
        verify(catalog).products(List.of(A, C));
        verifyNoMoreInteractions(catalog);
    }

    @Test
    void noFreeThread_asksForTheCategoryAfterwards() {
        Recommendations busy = new Recommendations(boughtTogether, catalog, new ProductCategories(), task -> {
            throw new RejectedExecutionException("busy");
        });
        when(boughtTogether.mostOften(eq(A), anyInt())).thenReturn(List.of(C));
        Recommendation first = busy.recommend(A, 3);

        assertThat(busy.recommend(A, 3)).isEqualTo(first);
    }

    @Test
    void productThatMovedToAnotherCategory_isFoundThere() {
        recommendations.recommend(A, 3);
        Product moved = new Product(A, A.value(), "", "", "garden", SOLD.get(A).price(), "", false);
        when(catalog.products(anyCollection())).thenReturn(Map.of(A, moved));
        when(catalog.category("kitchen")).thenReturn(List.of(SOLD.get(B)));
        when(catalog.category("garden")).thenReturn(List.of(moved, SOLD.get(D)));

        assertThat(recommendations.recommend(A, 3).products())
                .extracting(Product::id)
                .containsExactly(D);
        when(boughtTogether.mostOften(eq(A), anyInt())).thenReturn(List.of(GONE));
        when(catalog.category("garden")).thenReturn(List.of(moved, SOLD.get(E)));
        assertThat(recommendations.recommend(A, 3).products())
                .extracting(Product::id)
                .containsExactly(E);
    }

    @Test
    void productThatIsTakenOutOfTheCatalog_isUnknown_evenIfItsCategoryIsKnown() {
        recommendations.recommend(A, 3);
        when(catalog.products(anyCollection())).thenReturn(Map.of());
        when(catalog.category("kitchen")).thenReturn(List.of(SOLD.get(B)));

        assertThatThrownBy(() -> recommendations.recommend(A, 3)).isInstanceOf(UnknownProduct.class);
    }

    @Test
    void catalogThatFailsInTheBackground_failsAsOnTheRequestsThread() {
        when(boughtTogether.mostOften(eq(A), anyInt())).thenReturn(List.of(C));
        recommendations.recommend(A, 3);
        when(catalog.category("kitchen")).thenThrow(new CatalogUnavailable(new RestClientException("down")));

        assertThatThrownBy(() -> recommendations.recommend(A, 3)).isInstanceOf(CatalogUnavailable.class);
    }
}
