package com.anycompany.shop.catalog.product;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One word of a free-text search, in lower case.
 *
 * <pre>
 * lamps      singular lamp     finds "Desk Lamp" and "Lamps"
 * batteries  singular batter   finds "battery"
 * ketle      finds "Kettle", if nothing has the word as it is written (one letter missing, added, wrong, or two exchanged)
 * 2001492513595, or its beginning of at least {@value #SHORTEST_EAN} digits, finds the product with this EAN
 * </pre>
 *
 * @param text letters and digits only
 */
record SearchWord(String text) {

    private static final int SHORTEST_PLURAL = 4;

    /** Of shorter words such as pies, too little would be left. */
    private static final int SHORTEST_IES = 5;

    private static final int SHORTEST_MISSPELT = 4;
    private static final int SHORTEST_EAN = 6;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The words of a query; none if it has neither letters nor digits. */
    static List<SearchWord> of(String query) {
        return Arrays.stream(NO_WORD.split(query.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(SearchWord::new)
                .toList();
    }

    /** What singular and plural have in common; for other words, the word. */
    String singular() {
        if (text.length() < SHORTEST_PLURAL || !text.endsWith("s") || text.endsWith("ss")) {
            return text;
        }
        if (text.endsWith("ies") && text.length() > SHORTEST_IES) {
            return text.substring(0, text.length() - 3);
        }
        return text.matches(".*(ss|sh|ch|x|z)es")
                ? text.substring(0, text.length() - 2)
                : text.substring(0, text.length() - 1);
    }

    boolean isEan() {
        return text.length() >= SHORTEST_EAN && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    boolean isIn(Product product) {
        return product.searchText().contains(singular())
                || (isEan() && product.id().value().startsWith(text));
    }

    /** Whether a word of the product's name, brand or category differs by one typing error at most; a first letter is always right. */
    boolean isAlmostIn(Product product) {
        return isIn(product)
                || (text.length() >= SHORTEST_MISSPELT
                        && of(product.name() + " " + product.brand() + " "
                                        + product.category().name())
                                .stream()
                                .anyMatch(word -> isTypingErrorOf(word.text, text)
                                        || isTypingErrorOf(word.singular(), singular())));
    }

    /** Whether two words are equal but for one letter that is missing, added or wrong, or two neighbours that are exchanged. */
    static boolean isTypingErrorOf(String right, String typed) {
        if (right.isEmpty() || typed.isEmpty() || right.charAt(0) != typed.charAt(0)) {
            return false;
        }
        int begin = 0;
        int shorter = Math.min(right.length(), typed.length());
        while (begin < shorter && right.charAt(begin) == typed.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin
                && right.charAt(right.length() - 1 - end) == typed.charAt(typed.length() - 1 - end)) {
            end++;
        }
        int left = right.length() - begin - end;
        int leftTyped = typed.length() - begin - end;
        boolean exchanged = left == 2
                && leftTyped == 2
                && right.charAt(begin) == typed.charAt(begin + 1)
                && right.charAt(begin + 1) == typed.charAt(begin);
        return (left <= 1 && leftTyped <= 1) || exchanged;
    }
}
