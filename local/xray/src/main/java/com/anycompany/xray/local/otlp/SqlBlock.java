package com.anycompany.xray.local.otlp;

import java.util.Locale;
import java.util.Set;
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

    /** The node is {@code database@host}, as X-Ray's own SDKs name it. */
    static SqlBlock of(Attributes span, @Nullable String host) {
        String system = span.peek("db.system.name", "db.system");
        if (system == null) {
            return new SqlBlock(new Block(), null);
        }
        String database = span.peek("db.namespace", "db.name");
        String node = (database == null ? system : database) + (host == null ? "" : "@" + host);
        if (NOT_RELATIONAL.contains(system.toLowerCase(Locale.ROOT))) {
            return new SqlBlock(new Block(), node);
        }
        String connection = span.text("db.connection_string");
        String server = host == null ? null : system + "://" + host;
        String place = connection == null ? server : connection;
        Block block = new Block()
                .put("url", place == null || database == null ? place : place + "/" + database)
                .put("database_type", span.text("db.system.name", "db.system"))
                .put("user", span.text("db.user"))
                .put("sanitized_query", span.text("db.query.text", "db.statement"));
        return new SqlBlock(block, node);
    }
}
