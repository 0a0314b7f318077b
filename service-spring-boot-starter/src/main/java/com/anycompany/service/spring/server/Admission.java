package com.anycompany.service.spring.server;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Admission control: which requests are worked on now, which wait, and which are refused. Essential paths go first. */
final class Admission {

    private final Duration retryAfter;
    private final List<PathPattern> essentialPaths;
    private final @Nullable ConcurrencyLimit limit;

    Admission(HttpServerProperties.Admission properties) {
        int max = properties.maxConcurrent();
        retryAfter = properties.retryAfter();
        essentialPaths = properties.essentialPaths().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        int reserved = essentialPaths.isEmpty() ? 0 : (int) Math.ceil(max * properties.essentialShare());
        limit = max <= 0 ? null : new ConcurrencyLimit(max, reserved, properties.maxQueued(), properties.maxWait());
    }

    Duration retryAfter() {
        return retryAfter;
    }

    boolean enter(HttpServletRequest request) {
        return limit == null || limit.enter(isEssential(request));
    }

    void leave() {
        if (limit != null) {
            limit.leave();
        }
    }

    int running() {
        return limit == null ? 0 : limit.running();
    }

    int queued() {
        return limit == null ? 0 : limit.queued();
    }

    private boolean isEssential(HttpServletRequest request) {
        if (essentialPaths.isEmpty()) {
            return false;
        }
        PathContainer path = PathContainer.parsePath(request.getServletPath());
        return essentialPaths.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
