package com.anycompany.xray.local.template;

import com.anycompany.xray.local.json.SymbolTable;
import com.anycompany.xray.local.segment.EntityTreeBuilder;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Template catalog: the templates of the documents that have come. A program writes the same few again and again, with
 * other ids, times and amounts. A document that matches a template is compared with it, at memory speed, and only what
 * differs is read and kept (ADR 030).
 *
 * <p>May be used by many threads. What it remembers is bounded: when that is too much, it begins anew.
 */
public final class TemplateCatalog {

    private static final int MAX_BYTES = 2 << 20;
    private static final int MAX_DOCUMENT = 16 * 1024;

    /** After so many that were learnt, only some of the unknown ones are: there may be no end of them. */
    private static final int EAGER = 256;

    private static final int SOME = 8;
    private static final int MAX_TEMPLATES = 1 << 12;

    private final SymbolTable symbols;
    private final int maxBytes;
    private final ThreadLocal<TemplateMatcher> matchers = ThreadLocal.withInitial(TemplateMatcher::new);

    /** The latest templates, by the lowest bits of their ids. */
    private final AtomicReferenceArray<@Nullable Template> templates = new AtomicReferenceArray<>(MAX_TEMPLATES);

    /** The template that ends with a node, until the node or one before it is compiled anew. */
    private final Map<CompiledNode, Template> byLastNode = new ConcurrentHashMap<>();

    private volatile TemplateNode root = TemplateNode.root();
    private int bytes;
    private int unknown;
    private int nextTemplate;

    public TemplateCatalog(SymbolTable symbols) {
        this(symbols, MAX_BYTES);
    }

    /** @param maxBytes how much text it remembers at most */
    TemplateCatalog(SymbolTable symbols, int maxBytes) {
        this.symbols = symbols;
        this.maxBytes = maxBytes;
    }

    /**
     * A document that a template has been found for.
     *
     * @param end where it ends; in a JSON string, where the closing quote stands
     */
    public record Match(SegmentDocument document, int end) {}

    /** Null if no template matches the document. */
    public @Nullable SegmentDocument match(byte[] document, int offset, int length) {
        TemplateMatcher matcher = matchers.get();
        try {
            return matcher.match(root, document, offset, length) ? document(matcher) : null;
        } finally {
            matcher.clear();
        }
    }

    /** The document in a JSON string, which begins behind its quote; null if no template matches it. */
    public @Nullable Match matchInString(byte[] content, int offset) {
        TemplateMatcher matcher = matchers.get();
        try {
            return matcher.matchInString(root, content, offset) ? new Match(document(matcher), matcher.end()) : null;
        } finally {
            matcher.clear();
        }
    }

    /** The document that has been matched; it is as valid as the first one of its template. */
    private SegmentDocument document(TemplateMatcher matcher) {
        Template template = template(matcher.nodes());
        return new SegmentDocument(
                matcher.traceId(),
                matcher.documentId(),
                template.prototype().inProgress(),
                template.prototype().subsegment(),
                new EncodedDocument(template, matcher.values()));
    }

    private Template template(List<CompiledNode> nodes) {
        Template known = byLastNode.get(nodes.get(nodes.size() - 1));
        return known != null && known.consistsOf(nodes) ? known : add(nodes);
    }

    private synchronized Template add(List<CompiledNode> nodes) {
        CompiledNode last = nodes.get(nodes.size() - 1);
        Template template = new Template(nextTemplate++, nodes, Objects.requireNonNull(last.ending), symbols);
        byLastNode.put(last, template);
        templates.set(template.id() & MAX_TEMPLATES - 1, template);
        bytes += template.definition().length;
        return template;
    }

    /** The template with that id; null if it has been forgotten. */
    public @Nullable Template template(int id) {
        Template template = templates.get(id & MAX_TEMPLATES - 1);
        return template != null && template.id() == id ? template : null;
    }

    /**
     * Adds a valid document that no template matches, if it is of the usual kind.
     *
     * @param entities parses the document; null if the fast parser can't
     */
    public synchronized void learn(
            byte[] document,
            int offset,
            int length,
            SegmentDocument validated,
            Supplier<@Nullable EntityTreeBuilder> entities) {
        if (length > MAX_DOCUMENT || ++unknown > EAGER && unknown % SOME != 0) {
            return;
        }
        TemplateExtractor extractor = TemplateExtractor.extract(symbols, document, offset, length);
        EntityTreeBuilder parsed = extractor == null ? null : entities.get();
        if (extractor == null || parsed == null) {
            return;
        }
        if (extractor.entities() != parsed.size()) {
            throw new IllegalStateException(
                    extractor.entities() + " entities were extracted, but " + parsed.size() + " parsed");
        }
        if (bytes > maxBytes) {
            root = TemplateNode.root();
            byLastNode.clear();
            bytes = 0;
        }
        EntityTreeBuilder prototype = new EntityTreeBuilder(parsed);
        bytes += root.add(extractor.pieces(), new Prototype(validated.subsegment(), validated.inProgress(), prototype));
    }

    /** The length of what it remembers. */
    synchronized int bytes() {
        return bytes;
    }
}
