package com.anycompany.xray.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Valid name of a segment. X-Ray rejects a document whose name has other characters, so these are replaced. */
record SegmentName(String value) {

    private static final int MAX_LENGTH = 200;

    SegmentName {
        value = valid(value);
    }

    static SegmentName of(XRayProperties properties, Environment environment) {
        String name = properties.name();
        return new SegmentName(
                StringUtils.hasText(name) ? name : environment.getProperty("spring.application.name", "application"));
    }

    private static String valid(@Nullable String name) {
        if (!StringUtils.hasText(name)) {
            return "unknown";
        }
        if (name.length() <= MAX_LENGTH && name.codePoints().allMatch(SegmentName::isAllowed)) {
            return name;
        }
        StringBuilder valid = new StringBuilder(name.length());
        name.codePoints().limit(MAX_LENGTH).forEach(c -> valid.appendCodePoint(isAllowed(c) ? c : '_'));
        return valid.toString();
    }

    private static boolean isAllowed(int c) {
        return Character.isLetterOrDigit(c) || " _.:/%&#=+\\-@".indexOf(c) >= 0;
    }
}
