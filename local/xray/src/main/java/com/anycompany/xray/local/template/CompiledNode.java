package com.anycompany.xray.local.template;

import com.anycompany.xray.local.json.JsonEscapes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compiled form of a {@link TemplateNode} at some moment, for matching: {@code texts[0] variables[0] texts[1] …
 * texts[n]}, then the end of the document or one of the next nodes.
 */
final class CompiledNode {

    final byte[][] texts;

    /** The texts as they stand within a JSON string. */
    final byte[][] escapedTexts;

    final Variable[] variables;

    /** What the documents that end here have in common; null if none does. */
    final @Nullable Prototype ending;

    private final Source[] next;

    /** Has the latest compiled form of a node. */
    interface Source {
        CompiledNode compiled();
    }

    CompiledNode(byte[][] texts, Variable[] variables, Source[] next, @Nullable Prototype ending) {
        this.texts = texts;
        this.escapedTexts = Arrays.stream(texts).map(JsonEscapes::escape).toArray(byte[][]::new);
        this.variables = variables;
        this.next = next;
        this.ending = ending;
    }

    /** The next node that may begin with this byte; null if none may. */
    @Nullable
    CompiledNode following(byte first) {
        for (Source each : next) {
            CompiledNode node = each.compiled();
            byte[] text = node.texts[0];
            if (text.length == 0 ? isNumeric(first) : text[0] == first) {
                return node;
            }
        }
        return null;
    }

    private static boolean isNumeric(byte first) {
        return first >= '0' && first <= '9' || first == '-';
    }
}
