package com.anycompany.xray.local.template;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a {@link Stretch} reads at some moment: {@code texts[0] holes[0] texts[1] … texts[n]}, then the end or one of the next. */
public final class Pattern {

    private static final String MEANT = "\"\\\n\r\t";
    private static final String ESCAPED = "\"\\nrt";

    public final byte[][] texts;

    /** The texts as they look in a string of JSON. */
    public final byte[][] quotedTexts;

    public final Hole[] holes;
    public final @Nullable Shape ending;
    private final Stretch[] next;
    private volatile @Nullable Template template;

    public Pattern(byte[][] texts, Hole[] holes, Stretch[] next, @Nullable Shape ending) {
        this.texts = texts;
        this.quotedTexts = Arrays.stream(texts).map(Pattern::quote).toArray(byte[][]::new);
        this.holes = holes;
        this.next = next;
        this.ending = ending;
    }

    private static byte[] quote(byte[] text) {
        ByteArrayOutputStream quoted = new ByteArrayOutputStream();
        for (byte each : text) {
            int escaped = MEANT.indexOf(each);
            if (escaped >= 0) {
                quoted.write('\\');
            }
            quoted.write(escaped >= 0 ? ESCAPED.charAt(escaped) : each);
        }
        return quoted.toByteArray();
    }

    /** The next stretch that may begin with this byte; null if none may. */
    @Nullable
    public Stretch following(byte first) {
        for (Stretch each : next) {
            byte[] text = each.pattern().texts[0];
            if (text.length == 0 ? isNumeric(first) : text[0] == first) {
                return each;
            }
        }
        return null;
    }

    private static boolean isNumeric(byte first) {
        return first >= '0' && first <= '9' || first == '-';
    }

    /** The template that ends here, if it is known and still consists of these patterns. */
    @Nullable
    public Template template(List<Pattern> patterns) {
        Template known = template;
        return known != null && known.consistsOf(patterns) ? known : null;
    }

    public void template(Template latest) {
        template = latest;
    }
}
