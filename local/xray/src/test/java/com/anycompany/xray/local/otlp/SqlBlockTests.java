package com.anycompany.xray.local.otlp;

import static com.anycompany.xray.local.otlp.Spans.at;
import static com.anycompany.xray.local.otlp.Spans.client;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls to databases, by OpenTelemetry's "database-spans" pages, old and new. The fields are those of the X-Ray Developer
 * Guide, "SQL queries": {@code url} for a connection that has one, {@code connection_string} for others, both without
 * passwords.
 */
class SqlBlockTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "mysql://db.example:3306, orders, mysql://db.example:3306/orders, -, orders@db.example",
                "jdbc:postgresql://pg1:5432/orders, orders, jdbc:postgresql://pg1:5432/orders, -, orders@pg1",
                "postgresql://ada:secret@pg1/orders?password=x&ssl=1, orders, "
                        + "postgresql://ada@pg1/orders?password=***&ssl=1, -, orders@pg1",
                "jdbc:sqlserver://sql1;databaseName=orders;password=x, orders, "
                        + "jdbc:sqlserver://sql1;databaseName=orders;password=***, -, orders@sql1",
                "Server=sql1;Database=orders;Password=x;Encrypt=yes, orders, -, "
                        + "Server=sql1;Database=orders;Password=***;Encrypt=yes, orders"
            })
    void connectionString_isTheUrl_orItself_withoutPasswords(
            String connection, String database, String url, String string, String node) {
        Map<?, ?> call = client(Map.of("db.system", "mysql", "db.connection_string", connection, "db.name", database));
        assertThat(at(call, "sql/url")).isEqualTo(url);
        assertThat(at(call, "sql/connection_string")).isEqualTo(string);
        assertThat(call.get("name")).isEqualTo(node);
        assertThat(call.toString()).doesNotContain("secret", "assword=x");
    }

    @Test
    void withoutConnectionString_theServerIsTheUrl_underOldNamesAndNew() {
        Map<String, Object> old = Map.of(
                "db.system",
                "mysql",
                "db.name",
                "orders",
                "db.statement",
                "select ?",
                "db.user",
                "ada",
                "net.peer.name",
                "db1",
                "net.peer.port",
                3306L);
        Map<String, Object> stable = Map.of(
                "db.system.name",
                "mysql",
                "db.namespace",
                "orders",
                "db.query.text",
                "select ?",
                "db.user",
                "ada",
                "server.address",
                "db1",
                "server.port",
                3306L);
        for (Map<String, Object> attributes : java.util.List.of(old, stable)) {
            Map<?, ?> call = client(attributes);
            assertThat(call.get("name")).isEqualTo("orders@db1");
            assertThat(call.get("namespace")).isEqualTo("remote");
            assertThat(call.get("sql"))
                    .isEqualTo(Map.of(
                            "url", "mysql://db1:3306/orders",
                            "database_type", "mysql",
                            "user", "ada",
                            "sanitized_query", "select ?"));
        }
    }

    @Test
    void whatSqlHasNoFieldFor_staysInMetadata() {
        Map<String, Object> attributes = new HashMap<>(Map.of(
                "db.system.name", "postgresql",
                "db.collection.name", "orders",
                "db.operation.name", "SELECT",
                "db.query.summary", "SELECT orders"));
        Map<?, ?> call = client(attributes);
        assertThat(call.get("name")).isEqualTo("postgresql");
        assertThat(at(call, "metadata/default"))
                .isEqualTo(Map.of(
                        "db.collection.name", "orders",
                        "db.operation.name", "SELECT",
                        "db.query.summary", "SELECT orders"));
        assertThat(at(client(Map.of("db.system", "mongodb", "db.connection_string", "mongodb://m1")), "sql"))
                .isNull();
    }

    @Test
    void connectionString_isNowhere_whereItIsNoPartOfAnSqlBlock() {
        assertThat(client(Map.of("db.system", "mongodb", "db.connection_string", "mongodb://ada:s3cret@m1/db"))
                        .toString())
                .doesNotContain("s3cret");
        assertThat(client(Map.of("db.connection_string", "redis://:s3cret@r1")).toString())
                .doesNotContain("s3cret");
        assertThat(at(
                        client(Map.of(
                                "db.system", "postgresql", "db.connection_string", "postgresql://ada:pa/ss@h/db")),
                        "sql/url"))
                .isEqualTo("postgresql://ada@h/db");
        String words = "password=" + "a bb ".repeat(20_000);
        assertThat(client(Map.of("db.system", "mysql", "db.connection_string", words))
                        .toString())
                .doesNotContain("a bb");
    }

    @Test
    void messages_goToTheirDestination_underOldNamesAndNew() {
        for (String name :
                new String[] {"messaging.destination.name", "messaging.destination", "messaging.destination.template"
                }) {
            assertThat(client(Map.of("messaging.system", "rabbitmq", name, "orders"))
                            .get("name"))
                    .isEqualTo("orders");
        }
    }

    /** Connection strings of libpq, Go, ODBC and Oracle, from their documentation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "host=h password=s3cret user=u | host=h password=*** user=u",
                "host=h password='s3 cret' user=u | host=h password=*** user=u",
                "Server=h;Pwd={s3;cret};Database=d | Server=h;Pwd=***;Database=d",
                "Server=h;Password=s3 cret;User Id=sa | Server=h;Password=***;User Id=sa",
                "ada:s3cret@tcp(h:3306)/orders | ada@tcp(h:3306)/orders",
                "jdbc:oracle:thin:scott/s3cret@//h:1521/x | jdbc:oracle:thin:scott@//h:1521/x"
            })
    void password_isLeftOut_inEveryForm(String connection, String shown) {
        Map<?, ?> call = client(Map.of("db.system", "postgresql", "db.connection_string", connection));
        assertThat(at(call, "sql/connection_string")).isEqualTo(shown);
        assertThat(call.toString()).doesNotContain("s3", "cret");
        assertThat(at(
                        client(Map.of("db.system", "mysql", "db.connection_string", "mysql://ada:p@ss@h:3306/orders")),
                        "sql/url"))
                .isEqualTo("mysql://ada@h:3306/orders");
    }
}
