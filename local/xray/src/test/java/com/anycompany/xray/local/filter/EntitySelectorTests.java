package com.anycompany.xray.local.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.trace.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitySelectorTests {

    private static final NodeId FRONT = new NodeId("front", null, null);
    private static final NodeId BACK = new NodeId("back", "AWS::EC2::Instance", "123");
    private static final NodeId TABLE = new NodeId("Carts", "AWS::DynamoDB::Table", null);

    @Test
    void service_matchesNodesByNameTypeAndAccount_butNoClients() {
        assertService("service(\"back\")", BACK, FRONT);
        assertService("SERVICE( id( type: \"AWS::EC2::Instance\" ) )", BACK, FRONT);
        assertService("service(id(name: \"back\", account.id: \"123\"))", BACK, FRONT);
        assertService("service()", BACK, BACK.client());
        assertThat(FilterLanguage.compileSelector("service()").matchesEdge(FRONT, BACK))
                .isFalse();
    }

    private static void assertService(String expression, NodeId matching, NodeId other) {
        EntitySelector selector = FilterLanguage.compileSelector(expression);
        assertThat(selector.ofServices()).isTrue();
        assertThat(selector.matchesService(matching)).isTrue();
        assertThat(selector.matchesService(other)).isFalse();
    }

    @Test
    void edge_matchesCallsByBothEnds() {
        EntitySelector selector =
                FilterLanguage.compileSelector("edge(\"front\", id(name: \"Carts\", type: \"AWS::DynamoDB::Table\"))");
        assertThat(selector.ofServices()).isFalse();
        assertThat(selector.matchesEdge(FRONT, TABLE)).isTrue();
        assertThat(selector.matchesEdge(FRONT, BACK)).isFalse();
        assertThat(selector.matchesEdge(BACK, TABLE)).isFalse();
        assertThat(selector.matchesService(TABLE)).isFalse();
    }

    @Test
    void edgeWithoutSelectors_matchesCallsBetweenServices_andOfClientsIfItNamesTheirType() {
        assertThat(FilterLanguage.compileSelector("edge()").matchesEdge(FRONT, BACK))
                .isTrue();
        assertThat(FilterLanguage.compileSelector("edge()").matchesEdge(FRONT.client(), FRONT))
                .isFalse();
        assertThat(FilterLanguage.compileSelector("edge(id(name: \"front\", type: \"client\"), \"front\")")
                        .matchesEdge(FRONT.client(), FRONT))
                .isTrue();
    }

    @Test
    void emptySelector_matchesTheCallsOfClients() {
        EntitySelector selector = FilterLanguage.compileSelector(" ");
        assertThat(selector.ofServices()).isFalse();
        assertThat(selector.matchesEdge(FRONT.client(), FRONT)).isTrue();
        assertThat(selector.matchesEdge(FRONT, BACK)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            service(id(foo:"x"))            | 12 | id() knows name, type and account.id, not foo
            edge("a", id(nam: "x"))         | 14 | id() knows name, type and account.id, not nam
            service(id())                   | 12 | ')' can't stand here
            edge("a")                       | 1  | edge() needs two services
            edge(, "a")                     | 1  | edge() needs two services
            service("a") AND fault          | 14 | one service(…) or edge(…, …)
            fault                           | 1  | one service(…) or edge(…, …)
            service("a") { fault }          | 14 | one service(…) or edge(…, …)
            service("a", "b")               | 12 | ',' can't stand here
            service("a                      | 9  | no closing quote
            service('a')                    | 9  | strings stand in double quotes
            """)
    void selectorThatCantBeRead_isAnErrorWithItsColumn(String expression, int column, String problem) {
        assertThatThrownBy(() -> FilterLanguage.compileSelector(expression))
                .isInstanceOfSatisfying(InvalidFilter.class, error -> {
                    assertThat(error.column()).isEqualTo(column);
                    assertThat(error.problem()).contains(problem);
                });
    }
}
