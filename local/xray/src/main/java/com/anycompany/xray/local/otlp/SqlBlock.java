package com.anycompany.xray.local.otlp;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code sql} block of a call to a relational database. */
record SqlBlock(Block block, @Nullable String node) {

    private static final Set<String> NOT_RELATIONAL = Set.of(
            "redis",
            "mongodb",
            "cassandra",
            "memcached",
            "elasticsearch",
            "opensearch",
            "neo4j",
            "couchdb",
            "couchbase",
            "hbase",
            "geode",
            "influxdb",
            "cosmosdb",
            "azure.cosmosdb",
            "dynamodb",
            "aws.dynamodb");

    /** {@code jdbc:postgresql://user:secret@pg1:5432/orders?ssl=true}. */
    private static final Pattern URL = Pattern.compile("((?:jdbc:)?[\\w+.:-]+?://)(?:([^?;]*)@)?([^/?;@]*)(.*)");

    /** In quotes, in braces as ODBC has it, or as many words as are no further key. */
    private static final Pattern PASSWORD = Pattern.compile(
            "([?&;,\\s]|^)((?:password|pwd|passwd)\\s*=\\s*)(?:'[^']*'|\"[^\"]*\"|\\{[^}]*}|[^&;\\s]*(?:\\s+(?![\\w"
                    + " ]{1,40}=)[^&;\\s]+)*+)",
            Pattern.CASE_INSENSITIVE);

    /** {@code scott/tiger@//host} of Oracle, {@code ada:secret@tcp(host)} of Go. */
    private static final Pattern LOGIN =
            Pattern.compile("^((?:jdbc:oracle:\\w{1,20}:)?[^:/@=;\\s]{1,100})[:/][^;\\s]{0,500}@");

    /** The node is {@code database@host}, as X-Ray's own SDKs name it. */
    static SqlBlock of(Attributes span, HttpBlock.@Nullable Address told) {
        String system = span.peek("db.system.name", "db.system");
        if (system == null) {
            span.take("db.connection_string");
            return new SqlBlock(new Block(), null);
        }
        String connection = span.peek("db.connection_string");
        Matcher url = connection == null ? null : URL.matcher(connection);
        if (url != null && !url.matches()) {
            url = null;
        }
        HttpBlock.Address server = told == null && url != null ? new HttpBlock.Address(url.group(3), null) : told;
        String host = server == null || server.name().isEmpty() ? null : server.name();
        String database = span.peek("db.namespace", "db.name");
        String node = (database == null ? system : database) + (host == null ? "" : "@" + host);
        // Never kept as it is, since it may hold a password.
        span.take("db.connection_string");
        if (NOT_RELATIONAL.contains(system.toLowerCase(Locale.ROOT))) {
            return new SqlBlock(new Block(), node);
        }
        String place =
                url != null ? withoutPassword(url) : server == null ? null : system + "://" + server.authority(system);
        boolean hasPath = url != null && url.group(4).length() > 1;
        Block block = new Block()
                .put("url", place == null || database == null || hasPath ? place : place + "/" + database)
                .put("connection_string", connection == null || url != null ? null : withoutPassword(connection))
                .put("database_type", span.text("db.system.name", "db.system"))
                .put("database_version", span.text("db.version", "db.system.version"))
                .put("user", span.text("db.user"))
                .put("sanitized_query", span.text("db.query.text", "db.statement"));
        return new SqlBlock(block, node);
    }

    private static String withoutPassword(Matcher url) {
        String login = url.group(2);
        String user = login == null ? "" : login.substring(0, (login + ":").indexOf(':')) + "@";
        String path = url.group(4).length() < 2 ? "" : withoutPassword(url.group(4));
        return url.group(1) + user + url.group(3) + path;
    }

    private static String withoutPassword(String parameters) {
        String withoutLogin = LOGIN.matcher(parameters).replaceFirst("$1@");
        return PASSWORD.matcher(withoutLogin).replaceAll("$1$2***");
    }
}
