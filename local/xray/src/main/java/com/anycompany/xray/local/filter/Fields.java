package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.segment.Aws;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Http;
import com.anycompany.xray.local.segment.Outcome;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keywords that several scopes share, evaluated on one entity: a trace's root, a segment, a caller's subsegment. */
final class Fields {

    static final double MICROS_PER_SECOND = 1e6;

    private Fields() {}

    /** Outcome and HTTP block of the entity that {@code of} returns; without an entity, nothing matches. */
    static <S> void addOutcomeAndHttp(Scope<S> scope, Function<S, @Nullable Entity> of) {
        for (Outcome outcome : Outcome.values()) {
            scope.with(outcome.name().toLowerCase(java.util.Locale.ROOT), Field.flag(subject -> {
                Entity entity = of.apply(subject);
                return entity != null && !entity.inProgress() && entity.outcome() == outcome;
            }));
        }
        scope.with("http.status", Field.number(subject -> {
            Http http = http(of.apply(subject));
            return http == null || http.status() == 0 ? Double.NaN : http.status();
        }));
        addHttpText(scope, "http.url", of, Http::url);
        addHttpText(scope, "http.method", of, Http::method);
        addHttpText(scope, "http.useragent", of, Http::userAgent);
        addHttpText(scope, "http.clientip", of, Http::clientIp);
    }

    private static <S> void addHttpText(
            Scope<S> scope, String name, Function<S, @Nullable Entity> of, Function<Http, @Nullable String> text) {
        scope.with(name, Field.texts(subject -> {
            Http http = http(of.apply(subject));
            return http == null ? List.of() : optional(text.apply(http));
        }));
    }

    private static @Nullable Http http(@Nullable Entity entity) {
        return entity == null ? null : entity.http();
    }

    /** Duration in seconds; NaN without an entity, or while it is in progress. */
    static double seconds(@Nullable Entity entity) {
        return entity == null || entity.inProgress() ? Double.NaN : entity.micros() / MICROS_PER_SECOND;
    }

    static List<String> instanceId(Entity entity) {
        Aws aws = entity.aws();
        return aws == null ? List.of() : optional(aws.instanceId());
    }

    static List<String> availabilityZone(Entity entity) {
        Aws aws = entity.aws();
        return aws == null ? List.of() : optional(aws.availabilityZone());
    }

    static List<String> optional(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }
}
