package com.anycompany.xray.local.filter;

/** Parser of string literals in double quotes, in which a backslash escapes the next character. */
final class Quoted {

    private Quoted() {}

    /** The key in {@code annotation[key]}, without optional quotes. */
    static String key(String annotation) {
        String key = annotation
                .substring(annotation.indexOf('[') + 1, annotation.length() - 1)
                .strip();
        boolean quoted = key.length() > 1 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? text(key) : key;
    }

    static String text(String quoted) {
        StringBuilder text = new StringBuilder(quoted.length());
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            text.append(c == '\\' && i + 2 < quoted.length() ? quoted.charAt(++i) : c);
        }
        return text.toString();
    }
}
