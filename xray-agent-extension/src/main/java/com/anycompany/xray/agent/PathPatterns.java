package com.anycompany.xray.agent;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Patterns of paths, as the X-Ray starter has them: {@code *} is anything within a part of the path, and a final {@code /**}
 * anything below.
 *
 * <pre>
 * /css/**     /css, /css/shop.css, /css/dark/shop.css
 * /favicon.*  /favicon.ico
 * </pre>
 */
final class PathPatterns {

    private final List<Pattern> patterns;

    PathPatterns(List<String> patterns) {
        this.patterns = patterns.stream().map(PathPatterns::compile).toList();
    }

    boolean match(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static Pattern compile(String pattern) {
        boolean below = pattern.endsWith("/**");
        String fixed = below ? pattern.substring(0, pattern.length() - 3) : pattern;
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < fixed.length(); i++) {
            char c = fixed.charAt(i);
            expression.append(c == '*' ? "[^/]*" : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(expression + (below ? "(/.*)?" : ""));
    }
}
