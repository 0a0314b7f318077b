package com.anycompany.capacitydb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Makes a path of its parse tree, whose leaves are the same in all languages: names, placeholders, indexes and punctuation. */
final class PathReader {

    private static final int MAX_ELEMENTS = 32;

    private final Placeholders placeholders;
    private final Consumer<String> reserved;
    private final Consumer<String> undefined;
    private final Consumer<String> invalid;

    /**
     * @param reserved receives the message if a name is a reserved word
     * @param undefined receives the message if a placeholder isn't defined
     * @param invalid receives the message if the path is too long or an index too large
     */
    PathReader(
            Placeholders placeholders,
            Consumer<String> reserved,
            Consumer<String> undefined,
            Consumer<String> invalid) {
        this.placeholders = placeholders;
        this.reserved = reserved;
        this.undefined = undefined;
        this.invalid = invalid;
    }

    Path read(ParseTree tree) {
        List<Path.Element> elements = new ArrayList<>();
        for (int i = 0; i < tree.getChildCount(); i++) {
            Path.Element element = element(tree.getChild(i));
            if (element != null) {
                elements.add(element);
            }
        }
        if (elements.size() > MAX_ELEMENTS) {
            invalid.accept("The document path has too many nesting elements; nesting elements: " + elements.size());
        }
        return new Path(elements);
    }

    private Path.@Nullable Element element(ParseTree tree) {
        String text = tree.getText();
        if (tree instanceof TerminalNode) {
            return Character.isDigit(text.charAt(0)) ? index(text) : null;
        }
        if (text.startsWith("#")) {
            String name = placeholders.name(text);
            if (name == null) {
                undefined.accept(
                        "An expression attribute name used in the document path is not defined; attribute name: "
                                + text);
                return new Path.Name(text);
            }
            return new Path.Name(name);
        }
        if (ReservedWords.contains(text)) {
            reserved.accept("Attribute name is a reserved keyword; reserved keyword: " + text);
        }
        return new Path.Name(text);
    }

    private Path.Index index(String digits) {
        try {
            return new Path.Index(Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            invalid.accept("List index is not within the allowable range; index: [" + digits + "]");
            return new Path.Index(0);
        }
    }
}
