package com.anycompany.xray.local.template;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Node of a prefix tree over documents: text that documents have in common, with variables where they differ, and the
 * nodes that may follow. Read by any thread; changed under the lock of {@link TemplateCatalog}.
 *
 * <pre>
 * {"name":"cart","id":"▢","start_time":▢,"trace_id":"▢","end_time":▢,"     then one of
 *     parent_id":"▢","http":{"request":{"method":"GET","url":"▢"},"response":{"status":▢}}}
 *     fault":true,"http":{"request":{"method":"GET","url":"▢"},"response":{"status":▢}}}
 * </pre>
 */
final class TemplateNode implements CompiledNode.Source {

    private static final int MAX_NEXT = 32;

    private final List<TemplatePiece> pieces;
    private final List<TemplateNode> next;
    private @Nullable Prototype ending;
    private volatile CompiledNode compiled;

    private TemplateNode(List<TemplatePiece> pieces, List<TemplateNode> next, @Nullable Prototype ending) {
        this.pieces = pieces;
        this.next = next;
        this.ending = ending;
        this.compiled = compile();
    }

    /** What comes before all documents: nothing. */
    static TemplateNode root() {
        return new TemplateNode(new ArrayList<>(), new ArrayList<>(), null);
    }

    @Override
    public CompiledNode compiled() {
        return compiled;
    }

    /** Adds a document with these pieces behind this node; returns how many bytes that took. */
    int add(List<TemplatePiece> document, Prototype prototype) {
        for (TemplateNode each : next) {
            CommonPrefix common = CommonPrefix.of(each.pieces, document);
            if (!common.isEmpty()) {
                return each.addBehind(common, document, prototype);
            }
        }
        if (document.isEmpty()) {
            ending = prototype;
        } else if (next.size() < MAX_NEXT) {
            next.add(new TemplateNode(new ArrayList<>(document), new ArrayList<>(), prototype));
        } else {
            return 0;
        }
        compiled = compile();
        return document.stream().mapToInt(piece -> piece.bytes().length).sum();
    }

    private int addBehind(CommonPrefix common, List<TemplatePiece> document, Prototype prototype) {
        List<TemplatePiece> rest = common.rest(pieces);
        pieces.clear();
        pieces.addAll(common.pieces());
        if (!rest.isEmpty()) {
            List<TemplateNode> moved = new ArrayList<>(next);
            next.clear();
            next.add(new TemplateNode(rest, moved, ending));
            ending = null;
        }
        compiled = compile();
        return add(common.rest(document), prototype);
    }

    private CompiledNode compile() {
        List<byte[]> texts = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (TemplatePiece piece : pieces) {
            if (piece instanceof TemplatePiece.Value value && value.differs()) {
                texts.add(text.toByteArray());
                text.reset();
                variables.add(value.variable());
            } else {
                text.writeBytes(piece.bytes());
            }
        }
        texts.add(text.toByteArray());
        return new CompiledNode(
                texts.toArray(new byte[0][]),
                variables.toArray(new Variable[0]),
                next.toArray(new CompiledNode.Source[0]),
                ending);
    }
}
