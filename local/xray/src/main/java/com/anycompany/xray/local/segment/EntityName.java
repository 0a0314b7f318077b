package com.anycompany.xray.local.segment;

/** The rule for names of segments and subsegments: 1 to 200 letters, digits, spaces or {@code _.:/%&#=+\-@}. */
public final class EntityName {

    private static final int MAX_LENGTH = 200;
    private static final String PUNCTUATION = "_.:/%&#=+\\-@";

    /** Whether an ASCII character is allowed. */
    private static final boolean[] ASCII = new boolean[128];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            ASCII[c] = isAllowed(c);
        }
    }

    private EntityName() {}

    public static boolean isValid(String name) {
        int characters = 0;
        for (int i = 0; i < name.length(); characters++) {
            int c = name.codePointAt(i);
            if (!isAllowed(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return characters > 0 && characters <= MAX_LENGTH;
    }

    /** The same for bytes that are known to be ASCII. */
    public static boolean isValid(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!ASCII[bytes[i]]) {
                return false;
            }
        }
        return to > from && to - from <= MAX_LENGTH;
    }

    /**
     * The name without the characters that aren't allowed, cut to the longest length; {@code unnamed} if nothing is
     * left.
     */
    public static String clean(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints().filter(EntityName::isAllowed).limit(MAX_LENGTH).forEach(clean::appendCodePoint);
        return clean.isEmpty() ? "unnamed" : clean.toString();
    }

    private static boolean isAllowed(int c) {
        return Character.isLetterOrDigit(c) || Character.isSpaceChar(c) || PUNCTUATION.indexOf(c) >= 0;
    }
}
