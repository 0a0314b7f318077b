package com.anycompany.xray.local.segment;

/** The rule for keys of annotations that X-Ray indexes; annotations under other keys stay in the document alone. */
final class AnnotationKey {

    private static final int MAX_LENGTH = 500;

    private AnnotationKey() {}

    static boolean isIndexed(String key) {
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (!isAllowed(key.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.';
    }
}
