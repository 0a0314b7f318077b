package com.anycompany.xray.local.filter;

/** Reads a string in double quotes, in which a backslash keeps the character after it. */
final class Quoted {

    private Quoted() {}

    static String text(String quoted) {
        StringBuilder text = new StringBuilder(quoted.length());
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            text.append(c == '\\' ? quoted.charAt(++i) : c);
        }
        return text.toString();
    }
}
