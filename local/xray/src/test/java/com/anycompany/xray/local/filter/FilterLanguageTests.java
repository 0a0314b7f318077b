package com.anycompany.xray.local.filter;

import static com.anycompany.xray.local.filter.Told.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

public class FilterLanguageTests {

    private static final String EXCEPTION = "'cause': {'exceptions': [{'id': '00000000000000aa', 'type': 'AuthError',"
            + " 'message': 'access denied'}]}, 'fault': true";

    private final FilterLanguage language = new FilterLanguage();

    private static Arguments example(String expression, Told matching, Told other) {
        return Arguments.of(expression, matching, other);
    }

    private static Told web() {
        return segment("web");
    }

    private static Told url(String url) {
        return web().with("'http': {'request': {'url': '" + url + "', 'method': 'GET'}, 'response': {'status': 200}}");
    }

    /** A root that answers 200 although what it called failed. */
    private static Told handled(Told callee) {
        return web().status(200).calls(callee);
    }

    /** The worked examples of the reference, in its order. */
    public static Stream<Arguments> examples() {
        return Stream.of(
                example("ok", web().status(200), web().status(500)),
                example("!ok", web().status(500), web().status(200)),
                example("ok = false", web().status(500), web().status(200)),
                example("error", web().status(404), web().status(429)),
                example("fault = true", web().status(500), web().status(404)),
                example("throttle", web().status(429), web().status(404)),
                example("fault OR error", web().status(404), web().status(429)),
                example("partial", web().with("'in_progress': true"), web()),
                example("!partial", web(), web().with("'in_progress': true")),
                example("inferred", web().reads("Carts", 0.1, ""), handled(segment("api"))),
                example("responsetime > 5", web().took(5.1), web().took(5)),
                example("responseTime >= 0.2 AND responseTime <= 0.5", web().took(0.5), web().took(0.6)),
                example(
                        "duration >= 5 AND duration <= 8",
                        web().took(1).calls(segment("api").took(6)),
                        web().took(1)),
                example("ok !partial duration <3", web().took(2), web().took(3)),
                example(
                        "duration > 3 AND responsetime < 1",
                        web().took(0.5).calls(segment("api").took(4), 0.1, ""),
                        web().took(4)),
                example("http.status != 200", web().status(404), web().status(200)),
                example("http.status >= 500 AND http.status < 600", web().status(503), web().status(404)),
                example("http.url CONTAINS \"/api/game/\"", url("http://h/api/game/1"), url("http://h/api/user/1")),
                example(
                        "http.url BEGINSWITH \"https://shop.\"",
                        url("https://shop.example/"),
                        url("http://shop.example/")),
                example("http.url ENDSWITH \"/checkout\"", url("http://h/checkout"), url("http://h/checkout/1")),
                example(
                        "http.method = \"POST\"",
                        web().with("'http': {'request': {'method': 'POST'}}"),
                        url("http://h/")),
                example(
                        "http.useragent CONTAINS \"Mobile\"",
                        web().with("'http': {'request': {'user_agent': 'A Mobile B'}}"),
                        web().with("'http': {'request': {'user_agent': 'A mobile B'}}")),
                example(
                        "http.clientip = \"10.0.0.7\"",
                        web().with("'http': {'request': {'client_ip': '10.0.0.7'}}"),
                        web().with("'http': {'request': {'client_ip': '10.0.0.70'}}")),
                example(
                        "user = \"alice\"",
                        handled(segment("api").with("'user': 'alice'")),
                        web().with("'user': 'bob'")),
                example("user CONTAINS \"\"", web().with("'user': 'bob'"), web()),
                example(
                        "instance.id = \"i-0abc\"",
                        web().with("'aws': {'ec2': {'instance_id': 'i-0abc'}}"),
                        web().with("'aws': {'ec2': {'instance_id': 'i-0abd'}}")),
                example(
                        "availabilityzone = \"us-east-1a\"",
                        web().with("'aws': {'ec2': {'availability_zone': 'us-east-1a'}}"),
                        web()),
                example(
                        "resource.arn ENDSWITH \":function:pay\"",
                        web().with("'resource_arn': 'arn:aws:lambda:us-east-1:1:function:pay'"),
                        web().with("'resource_arn': 'arn:aws:lambda:us-east-1:1:function:payer'")),
                example(
                        "annotation.tenant = \"acme\"",
                        web().annotated("'tenant': 'acme'"),
                        web().annotated("'tenant': 'Acme'")),
                example("annotation.age > 29", web().annotated("'age': 30"), web().annotated("'age': '30'")),
                example("annotation.vip = true", web().annotated("'vip': true"), web().annotated("'vip': false")),
                example("annotation.tenant", web().annotated("'tenant': ''"), web().annotated("'Tenant': 'acme'")),
                example("!annotation.tenant", web(), web().annotated("'tenant': 'acme'")),
                // Developer Guide: a Boolean annotation alone means its value (xray-differences A2).
                example("annotation.vip", web().annotated("'vip': true"), web().annotated("'vip': false")),
                example("!annotation.vip", web().annotated("'vip': false"), web().annotated("'vip': true")),
                example("!annotation.vip", web(), web().annotated("'vip': true")),
                example("annotation.age", web().annotated("'age': 0"), web()),
                // Developer Guide: a string keyword alone means that it is set (xray-differences B2).
                example("user", web().with("'user': 'ada'"), web()),
                example("service(\"web\") { user AND name }", web().with("'user': 'ada'"), web()),
                // Developer Guide: a Boolean may be compared with a string (xray-differences B2).
                example("fault = \"true\"", web().status(500), web()),
                example("fault != \"true\"", web(), web().status(500)),
                example("service(\"web\") { fault = \"TRUE\" }", web().status(500), web()),
                // Recorded: a value of the wrong type matches nothing (xray-differences B2).
                example("!(duration = \"slow\") AND ok", web(), web().status(500)),
                example("duration != \"slow\" OR fault", web().status(500), web()),
                example("fault = \"yes\" OR error", web().status(404), web().status(500)),
                example("user = 5 OR error", web().status(404), web().with("'user': '5'")),
                example(
                        "annotation[aws.local.operation] = \"GET /\"",
                        web().annotated("'aws.local.operation': 'GET /'"),
                        web().annotated("'aws.local.operation': 'GET /x'")),
                example(
                        "annotation.stage BEGINSWITH \"prod\" AND fault",
                        web().annotated("'stage': 'prod-eu'").status(500),
                        web().annotated("'stage': 'prod-eu'").status(200)),
                example("service(\"api\")", handled(segment("api")), handled(segment("app"))),
                example(
                        "service(\"api\") { fault }",
                        handled(segment("api").status(500)),
                        web().status(500).calls(segment("api").status(200))),
                example(
                        "service() { fault }",
                        handled(segment("any").status(500)),
                        handled(segment("any").status(404))),
                example(
                        "service(\"api\") { responsetime > 2 AND ok }",
                        handled(segment("api").took(3)),
                        handled(segment("api").took(3).status(500))
                                .calls(segment("api").took(1))),
                example(
                        "service(\"data-plane\") {root = true and fault = true}",
                        segment("data-plane").status(500),
                        handled(segment("data-plane").status(500))),
                example(
                        "service(id(name: \"orders\", type: \"AWS::DynamoDB::Table\"))",
                        web().reads("orders", 0.1, ""),
                        handled(segment("orders"))),
                example(
                        "service(id(type: \"AWS::DynamoDB::Table\")) { throttle }",
                        web().reads("orders", 0.1, "'throttle': true, 'error': true"),
                        web().reads("orders", 0.1, "'error': true")),
                example("!service(\"cache\")", handled(segment("api")), handled(segment("cache"))),
                example(
                        "edge(\"web\", \"api\")",
                        handled(segment("api")),
                        segment("api").calls(segment("web"))),
                example(
                        "edge(\"web\", \"api\") { fault }",
                        web().calls(segment("api").status(200), 1, "'fault': true"),
                        web().calls(segment("api").status(500), 1, "")),
                example(
                        "edge(id(name: \"api\"), id(name: \"orders\", type: \"AWS::DynamoDB::Table\")) { responsetime > 0.1 }",
                        handled(segment("api").reads("orders", 0.2, "")),
                        web().reads("orders", 0.2, "")),
                example(
                        "service(\"api\") { fault } AND !service(\"cache\") { error }",
                        handled(segment("api")
                                .status(500)
                                .calls(segment("cache").status(200))),
                        handled(segment("api")
                                .status(500)
                                .calls(segment("cache").status(404)))),
                example(
                        "rootcause.fault.service { name = \"Auth\" }",
                        web().status(500)
                                .calls(segment("Auth").status(500).does("check", 0.5, EXCEPTION), 1, "'fault': true"),
                        web().status(500)
                                .calls(segment("Mail").status(500).does("send", 0.5, EXCEPTION), 1, "'fault': true")),
                example(
                        "rootcause.responsetime.entity { last and coverage > 0.8 }",
                        web().took(1).does("parse", 0.9, "'metadata': {}"),
                        web().took(1).does("parse", 0.7, "'metadata': {}")),
                example(
                        "rootcause.fault.exception { last and message CONTAINS \"denied\" }",
                        web().status(500).does("check", 0.5, EXCEPTION),
                        web().status(500).does("check", 0.5, EXCEPTION.replace("denied", "granted"))),
                example(
                        "rootcause.json = #[{\"Services\": [{\"Name\": \"web\", \"EntityPath\": [{\"Name\": \"web\"}, {\"Name\": \"parse\"}]}]}]",
                        web().took(1).does("parse", 0.9, "'metadata': {}"),
                        web().took(1).does("render", 0.9, "'metadata': {}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void expression_matchesTheOneAndNotTheOther(String expression, Told matching, Told other) {
        TraceFilter filter = language.compile(expression);

        assertThat(filter.matches(matching.trace())).as("should match").isTrue();
        assertThat(filter.matches(other.trace())).as("should not match").isFalse();
    }

    @Test
    void emptyExpression_matchesEverything() {
        assertThat(language.compile("  ").matches(web().trace())).isTrue();
    }

    @Test
    void and_bindsTighterThanOr() {
        TraceFilter filter = language.compile("ok OR error AND http.method = \"GET\"");

        assertThat(filter.matches(web().trace())).isTrue();
        assertThat(filter.matches(web().status(404).trace())).isFalse();
        assertThat(language.compile("(ok OR error) AND http.method = \"GET\"").matches(web().trace()))
                .isFalse();
    }

    @Test
    void keywords_areReadInAnyCase_butValuesAreNot() {
        assertThat(language.compile("ResponseTime > 0.5 and SERVICE(\"web\")").matches(web().trace()))
                .isTrue();
        assertThat(language.compile("service(\"WEB\")").matches(web().trace())).isFalse();
    }

    @Test
    void quotedString_keepsWhatABackslashProtects() {
        assertThat(language.compile("user = \"a\\\"b\\\\c\"")
                        .matches(web().with("'user': 'a\\\"b\\\\c'").trace()))
                .isTrue();
    }

    @Test
    void clientEdge_leadsFromTheClientToTheRoot() {
        String expression = "edge(id(name: \"web\", type: \"client\"), \"web\") { fault }";

        assertThat(language.compile(expression).matches(web().status(500).trace()))
                .isTrue();
        assertThat(language.compile(expression)
                        .matches(handled(segment("web").status(500)).trace()))
                .isFalse();
    }

    @Test
    void longChainOfConditions_isNotDeep() {
        assertThat(language.compile("!fault ".repeat(500)).matches(web().trace()))
                .isTrue();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("responsetime >", 15, "the expression ends too early"),
                Arguments.of("user > \"a\"", 6, "use =, !=, CONTAINS, BEGINSWITH or ENDSWITH"),
                Arguments.of("http.status CONTAINS 5", 13, "use =, !=, <, <=, > or >="),
                Arguments.of("ok < true", 4, "use = or !="),
                Arguments.of("ok AND colour = \"red\"", 8, "unknown keyword colour"),
                Arguments.of("coverage > 0.5", 1, "only inside rootcause.responsetime.entity braces"),
                Arguments.of("service(\"a\") { coverage > 1 }", 16, "only inside rootcause.responsetime.entity braces"),
                Arguments.of("service(\"a\") { service(\"b\") }", 16, "service() can't stand inside service() braces"),
                Arguments.of("service(\"a\" { fault }", 13, "'{' can't stand here"),
                Arguments.of("service(id(colour: \"a\"))", 12, "id() knows name, type and account.id"),
                Arguments.of("user = \"alice", 8, "no closing quote"),
                Arguments.of("ok &", 4, "'&' has no meaning here"),
                Arguments.of("not ok", 1, "is written !"),
                Arguments.of("annotation = \"a\"", 1, "as in annotation.tenant"),
                Arguments.of("annotation[ ] = \"a\"", 1, "as in annotation[tenant]"),
                Arguments.of("service(\"a\") { first }", 16, "only inside rootcause"),
                Arguments.of("rootcause.fault.exception { remote }", 29, "only inside rootcause.….entity braces"),
                Arguments.of("service(\"a\") { edge(\"a\", \"b\") }", 16, "edge() can't stand"),
                Arguments.of("message = \"x\"", 1, "only inside rootcause.….exception braces"),
                Arguments.of("ok OR OR fault", 7, "'OR' can't stand here"),
                Arguments.of("ok { fault }", 4, "braces follow"),
                Arguments.of("edge(\"a\")", 1, "edge() needs two services"),
                Arguments.of("ok AND edge(, \"a\") { fault }", 8, "edge() needs two services"),
                Arguments.of("rootcause.responsetime.exception { last }", 1, "isn't known at the top"),
                Arguments.of("rootcause.json = #[{]", 18, "the pattern isn't JSON"),
                Arguments.of("(".repeat(65) + "ok" + ")".repeat(65), 65, "nested more than 64 deep"),
                Arguments.of("!".repeat(65) + "ok", 65, "nested more than 64 deep"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void mistake_isPointedAtWithItsRemedy(String expression, int column, String remedy) {
        assertThatThrownBy(() -> language.compile(expression))
                .isInstanceOfSatisfying(
                        InvalidFilter.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining(remedy)
                .hasMessageContaining("column " + column);
    }
}
