package com.anycompany.xray.local.otlp;

import com.anycompany.xray.local.segment.EntityName;
import org.jspecify.annotations.Nullable;

/** Chooses the names of segments and subsegments, which become nodes of the service graph. */
final class EntityNames {

    private EntityNames() {}

    /** What a program calls itself. */
    static String service(Span span, Attributes attributes, Attributes resource) {
        String local = attributes.text("aws.local.service");
        String name = local == null ? resource.text("service.name") : local;
        return EntityName.clean(name == null ? span.name() : name);
    }

    /** What was called: the more it says about a service rather than an address, the better. */
    static String callee(Span span, Attributes attributes, @Nullable AwsCall aws, SqlBlock sql, HttpBlock http) {
        String told = attributes.text("aws.remote.service", "peer.service", "service.peer.name");
        if (aws != null) {
            return aws.service();
        }
        if (told != null && !told.isBlank()) {
            return told;
        }
        String database = sql.node();
        if (database != null) {
            return database;
        }
        String queue = attributes.peek(
                "messaging.destination.name", "messaging.destination", "messaging.destination.template");
        if (queue != null && !queue.isBlank()) {
            return queue;
        }
        String host = http.host();
        if (host != null && !host.isBlank()) {
            return host;
        }
        String rpc = AwsCall.rpcService(attributes);
        String name = rpc == null ? attributes.peek("gen_ai.provider.name", "gen_ai.system") : rpc;
        return name == null || name.isBlank() ? span.name() : name;
    }
}
