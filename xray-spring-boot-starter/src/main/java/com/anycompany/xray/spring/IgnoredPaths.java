package com.anycompany.xray.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Path patterns of the requests that are not traced, such as health checks and static files. */
final class IgnoredPaths {

    private final List<PathPattern> patterns;

    IgnoredPaths(List<String> patterns) {
        this.patterns =
                patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    boolean contains(HttpServletRequest request) {
        if (patterns.isEmpty()) {
            return false;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        PathContainer parsed;
        try {
            parsed = PathContainer.parsePath(path);
        } catch (IllegalArgumentException e) {
            // The application rejects a path that is badly encoded, and its trace shows this.
            return false;
        }
        for (PathPattern pattern : patterns) {
            if (pattern.matches(parsed)) {
                return true;
            }
        }
        return false;
    }
}
