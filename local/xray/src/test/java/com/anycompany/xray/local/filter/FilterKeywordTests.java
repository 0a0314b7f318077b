package com.anycompany.xray.local.filter;

import static com.anycompany.xray.local.filter.Told.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every keyword with every operator that it has, in every scope where it is known, beyond the worked examples. */
public class FilterKeywordTests {

    private static final List<String> NUMBER_OPERATORS = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> TEXT_OPERATORS = List.of("=", "!=", "CONTAINS", "BEGINSWITH", "ENDSWITH");
    private static final List<String> OUTCOMES = List.of("ok", "error", "throttle", "fault");
    private static final List<String> HTTP_TEXTS =
            List.of("http.url", "http.method", "http.useragent", "http.clientip");

    private static final String THROWN = "'fault': true, 'cause': {'exceptions': [{'id': '00000000000000aa', 'type':"
            + " 'AuthError', 'message': 'access denied'}]}";

    private static final GroupBits NO_GROUPS = new GroupBits() {
        @Override
        public @Nullable Long ofName(String name) {
            return null;
        }

        @Override
        public @Nullable Long ofArn(String arn) {
            return null;
        }
    };

    private final FilterLanguage language = new FilterLanguage();

    /** A scope: what stands around its fields, and which fields it has. */
    private record Place(String around, List<String> flags, List<String> numbers, List<String> texts) {

        Stream<String> expressions() {
            List<String> inside = new ArrayList<>();
            for (String flag : flags) {
                inside.addAll(List.of(flag, "!" + flag, flag + " = true", flag + " != false"));
            }
            numbers.forEach(name -> NUMBER_OPERATORS.forEach(operator -> inside.add(name + " " + operator + " 1.5")));
            texts.forEach(name -> TEXT_OPERATORS.forEach(operator -> inside.add(name + " " + operator + " \"a\"")));
            return inside.stream().map(around::formatted);
        }
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Stream<Place> places() {
        List<String> numbers = List.of("responsetime", "duration", "http.status");
        List<String> where = with(HTTP_TEXTS, "user", "availabilityzone", "instance.id", "resource.arn");
        Place top = new Place("%s", with(OUTCOMES, "partial", "inferred"), numbers, where);
        Place service = new Place(
                "service(\"a\") { %s }",
                with(OUTCOMES, "partial", "inferred", "root"), numbers, with(where, "name", "type"));
        Place edge = new Place("edge(\"a\", \"b\") { %s }", OUTCOMES, numbers, HTTP_TEXTS);
        List<Place> all = new ArrayList<>(List.of(top, service, edge));
        List<String> positions = List.of("first", "last");
        for (String kind : List.of("fault", "error", "responsetime")) {
            String around = "rootcause." + kind + ".";
            all.add(new Place(
                    around + "service { %s }", with(positions, "inferred"), List.of("index"), List.of("name", "type")));
            boolean time = kind.equals("responsetime");
            all.add(new Place(
                    around + "entity { %s }",
                    with(positions, "remote"),
                    time ? List.of("index", "coverage") : List.of("index"),
                    List.of("name")));
            if (!time) {
                all.add(new Place(
                        around + "exception { %s }", positions, List.of("index"), List.of("name", "message")));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void keywordWithItsOperators_isUnderstoodWhereItBelongs(Place place) {
        place.expressions()
                .forEach(expression -> assertThatCode(() -> language.compile(expression)
                                .matches(segment("a").trace()))
                        .as(expression)
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("places")
    void operatorOfAnotherType_isRefused(Place place) {
        place.flags().forEach(name -> refused(place, name + " > true"));
        place.numbers().forEach(name -> refused(place, name + " CONTAINS 1"));
        place.texts().forEach(name -> refused(place, name + " < \"a\""));
    }

    @Test
    void keywordTable_containsEveryKeywordOfEveryScope() {
        assertThat(FilterLanguage.searchScope(NO_GROUPS).keywords()).allMatch(Keywords::contains);
    }

    @Test
    void completion_isTheBeginningOfAValidExpression() {
        FilterLanguage search = new FilterLanguage(NO_GROUPS);
        for (Completion completion : FilterLanguage.completions()) {
            assertThatCode(() -> search.compile(completed(completion.text())))
                    .as(completion.text())
                    .satisfiesAnyOf(
                            error -> assertThat(error).isNull(),
                            error -> assertThat(error).hasMessageContaining("there is no group"));
        }
    }

    private static String completed(String text) {
        if (text.endsWith(" { name = \"") || text.endsWith(" { message CONTAINS \"")) {
            return text + "a\" }";
        }
        if (text.endsWith("#[")) {
            return text + "]";
        }
        if (text.equals("edge(\"")) {
            return text + "a\", \"b\")";
        }
        if (text.endsWith("(\"")) {
            return text + "a\")";
        }
        return switch (text) {
            case "AND ", "OR " -> "ok " + text + "ok";
            case "annotation." -> text + "key";
            default -> text.endsWith("\"") ? text + "a\"" : text.endsWith(" ") ? text + 1 : text;
        };
    }

    private void refused(Place place, String condition) {
        assertThatThrownBy(() -> language.compile(place.around().formatted(condition)))
                .as(condition)
                .isInstanceOf(InvalidFilter.class)
                .hasMessageContaining("column ");
    }

    private static Told web() {
        return segment("web");
    }

    private static Told failing(String name) {
        return segment(name).status(500).does("check", 0.2, THROWN);
    }

    private static Arguments example(String expression, Told matching, Told other) {
        return Arguments.of(expression, matching, other);
    }

    public static Stream<Arguments> examples() {
        return Stream.of(
                example("responsetime = 2", web().took(2), web().took(2.001)),
                example("responsetime != 2", web().took(2.001), web().took(2)),
                example("responsetime <= 2", web().took(2), web().took(2.001)),
                example("duration > 2", web().took(3), web().took(2)),
                example("http.status <= 404", web().status(404), web().status(500)),
                example("user != \"bob\"", web().with("'user': 'ada'"), web().with("'user': 'bob'")),
                example("user ENDSWITH \"a\"", web().with("'user': 'ada'"), web().with("'user': 'bob'")),
                example("annotation.n != 1", web().annotated("'n': 2"), web().annotated("'n': 1")),
                example("annotation.n <= 1.5", web().annotated("'n': 1"), web().annotated("'n': 2")),
                example("annotation.s CONTAINS \"a\"", web().annotated("'s': 'bab'"), web().annotated("'s': 'bbb'")),
                example("annotation.s ENDSWITH \"a\"", web().annotated("'s': 'ba'"), web().annotated("'s': 'ab'")),
                example("annotation.b != true", web().annotated("'b': false"), web().annotated("'b': true")),
                example("annotation[\"k.l\"] = \"v\"", web().annotated("'k.l': 'v'"), web().annotated("'k': 'v'")),
                example("annotation[ k ] = v", web().annotated("'k': 'v'"), web().annotated("'k': 'w'")),
                example("ANNOTATION[k] = \"v\"", web().annotated("'k': 'v'"), web().annotated("'K': 'v'")),
                example(
                        "service(\"web\") { annotation.k = \"v\" AND ok }",
                        web().annotated("'k': 'v'"),
                        web().annotated("'k': 'v'").status(500)),
                example(
                        "service(\"web\") { user = \"ada\" }",
                        web().with("'user': 'ada'"),
                        web().calls(segment("api").with("'user': 'ada'"))),
                example("service() { inferred }", web().reads("T", 0.1, ""), web()),
                example(
                        "service() { root AND error }",
                        web().status(404),
                        web().calls(segment("b").status(404))),
                example(
                        "service(id(account.id: \"123\"))",
                        web().with("'aws': {'account_id': '123'}"),
                        web().with("'aws': {'account_id': '124'}")),
                example("service() { type = \"remote\" }", web().invokes("x", "remote", 0.1, ""), web()),
                example("edge() { throttle }", web().calls(segment("a"), 1, "'throttle': true"), web()),
                example(
                        "edge(\"web\", \"api\") { http.status = 503 }",
                        web().calls(segment("api").status(200), 1, "'http': {'response': {'status': 503}}"),
                        web().calls(segment("api").status(503), 1, "")),
                example(
                        "rootcause.fault.service { first and name = \"web\" and !last }",
                        web().status(500).calls(failing("api"), 1, "'fault': true"),
                        failing("web")),
                example(
                        "rootcause.fault.service { index = 1 and name = \"api\" }",
                        web().status(500).calls(failing("api"), 1, "'fault': true"),
                        failing("api")),
                example(
                        "rootcause.fault.service { inferred and type = \"AWS::DynamoDB::Table\" }",
                        web().status(500).reads("T", 0.1, "'fault': true"),
                        failing("web")),
                example(
                        "rootcause.fault.entity { last and name = \"check\" }",
                        failing("web"),
                        web().status(500).does("other", 0.2, THROWN)),
                example(
                        "rootcause.fault.entity { remote and name = \"api\" }",
                        web().status(500).calls(failing("api"), 1, "'fault': true"),
                        failing("api")),
                example(
                        "rootcause.fault.exception { first and name = \"AuthError\" }",
                        failing("web"),
                        web().status(500).does("check", 0.2, THROWN.replace("AuthError", "IOError"))),
                example(
                        "rootcause.error.service { name = \"web\" }",
                        web().status(404).does("find", 0.1, THROWN.replace("'fault'", "'error'")),
                        web().status(404)),
                example(
                        "rootcause.error.entity { last and remote = false and index = 1 }",
                        web().status(404).does("find", 0.1, THROWN.replace("'fault'", "'error'")),
                        failing("web")),
                example(
                        "rootcause.error.exception { message BEGINSWITH \"access\" }",
                        web().status(404).does("find", 0.1, THROWN.replace("'fault'", "'error'")),
                        failing("web")),
                example(
                        "rootcause.error.service { inferred }",
                        web().status(429).reads("T", 0.1, "'throttle': true, 'error': true"),
                        web().status(429)),
                example(
                        "rootcause.responsetime.service { last and name = \"api\" }",
                        web().took(1).calls(segment("api").took(0.9)),
                        web().took(1).calls(segment("api").took(0.4))),
                example(
                        "rootcause.responsetime.entity { remote and coverage >= 0.6 and index = 1 }",
                        web().took(1).invokes("slow.example", "remote", 0.6, ""),
                        web().took(1).invokes("slow.example", "remote", 0.55, "")),
                example("rootcause.responsetime.entity", web().took(1).does("x", 0.6, "'metadata': {}"), web()),
                example(
                        "rootcause.responsetime.json = #[{\"Services\": [{\"Name\": \"web\"}, {\"Inferred\": true}]}]",
                        web().took(1).reads("T", 0.9, ""),
                        web().took(1).calls(segment("T").took(0.9))),
                example(
                        "rootcause.fault.json = #[{\"ClientImpacting\": true}]",
                        failing("web"),
                        web().status(200).calls(failing("api"), 1, "'fault': true")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void expression_matchesTheOneAndNotTheOther(String expression, Told matching, Told other) {
        TraceFilter filter = language.compile(expression);
        assertThat(filter.matches(matching.trace())).as("should match").isTrue();
        assertThat(filter.matches(other.trace())).as("should not match").isFalse();
    }
}
