package com.anycompany.xray.local.template;

import com.anycompany.xray.local.parse.DocumentParser;
import com.anycompany.xray.local.segment.Part;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of the documents that have come: a program writes the same few again and again, with other ids, times and
 * amounts. A document of a known shape is compared with it, at memory speed, and only what differs is read and kept
 * (ADR 030).
 *
 * <p>May be used by many threads. What it remembers is bounded: when that is too much, it begins anew.
 */
public final class Shapes {

    /** Of all documents of this process. */
    public static final Shapes ALL = new Shapes(2 << 20);

    private static final int MAX_DOCUMENT = 16 * 1024;

    /** After so many that were learnt, only some of the unknown ones are: there may be no end of them. */
    private static final int EAGER = 256;

    private static final int SOME = 8;
    private static final int MAX_TEMPLATES = 1 << 12;

    private final ThreadLocal<ShapeMatch> matches = ThreadLocal.withInitial(ShapeMatch::new);

    /** The latest, by their numbers' lowest bits. */
    private final AtomicReferenceArray<@Nullable Template> numbered = new AtomicReferenceArray<>(MAX_TEMPLATES);

    private final int maxBytes;
    private volatile Stretch root = Stretch.root();
    private int bytes;
    private int unknown;
    private int nextTemplate;

    public Shapes(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Null if its shape isn't known. */
    @Nullable
    public SegmentDocument judge(byte[] document, int offset, int length) {
        ShapeMatch match = matches.get();
        try {
            return match.take(root, document, offset, length) ? match.judged(template(match.patterns())) : null;
        } finally {
            match.forget();
        }
    }

    /**
     * A document, and where it ends.
     *
     * @param end where the quote stands behind the document
     */
    public record Quoted(SegmentDocument document, int end) {}

    /** The document in a string of JSON, from behind its quote on; null if its shape isn't known. */
    @Nullable
    public Quoted judgeQuoted(byte[] content, int offset) {
        ShapeMatch match = matches.get();
        try {
            return match.takeQuoted(root, content, offset)
                    ? new Quoted(match.judged(template(match.patterns())), match.end())
                    : null;
        } finally {
            match.forget();
        }
    }

    private Template template(List<Pattern> patterns) {
        Template known = patterns.get(patterns.size() - 1).template(patterns);
        return known == null ? make(patterns) : known;
    }

    private synchronized Template make(List<Pattern> patterns) {
        Pattern last = patterns.get(patterns.size() - 1);
        Template template = new Template(nextTemplate++, patterns, Objects.requireNonNull(last.ending));
        last.template(template);
        numbered.set(template.id() & MAX_TEMPLATES - 1, template);
        bytes += template.definition().length;
        return template;
    }

    /** Null if it has been forgotten. */
    @Nullable
    public Template template(int id) {
        Template template = numbered.get(id & MAX_TEMPLATES - 1);
        return template != null && template.id() == id ? template : null;
    }

    /** Remembers the shape of a valid document that {@link #judge} didn't know, if it is of the usual kind. */
    public synchronized void learn(byte[] document, int offset, int length) {
        if (length > MAX_DOCUMENT || ++unknown > EAGER && unknown % SOME != 0) {
            return;
        }
        Dissection dissection = Dissection.of(document, offset, length);
        Part part = dissection == null ? null : DocumentParser.partPlainly(document, offset, length, 0);
        if (dissection == null || part == null) {
            return;
        }
        if (bytes > maxBytes) {
            root = Stretch.root();
            bytes = 0;
        }
        bytes += root.add(dissection.pieces(), new Shape(part, dissection.flagged()));
    }

    /** The length of what it remembers. */
    public synchronized int bytes() {
        return bytes;
    }
}
