package com.anycompany.xray.local.template;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that documents have in common, and the stretches that may follow. Read by any thread; changed under the
 * lock of {@link Shapes}.
 *
 * <pre>
 * {"name":"cart","id":"▢","start_time":▢,"trace_id":"▢","end_time":▢,"     then one of
 *     parent_id":"▢","http":{"request":{"method":"GET","url":"▢"},"response":{"status":▢}}}
 *     fault":true,"http":{"request":{"method":"GET","url":"▢"},"response":{"status":▢}}}
 * </pre>
 */
public final class Stretch {

    private static final int MAX_NEXT = 32;

    /** A document's bytes, or a value among them. */
    sealed interface Piece {

        byte[] bytes();

        /** Between values. */
        record Text(byte[] bytes) implements Piece {}

        /** @param bytes as the document has it that was seen first */
        record Value(byte[] bytes, Hole hole, boolean differs) implements Piece {}
    }

    private final List<Piece> pieces;
    private final List<Stretch> next;
    private @Nullable Shape ending;
    private volatile Pattern pattern;

    private Stretch(List<Piece> pieces, List<Stretch> next, @Nullable Shape ending) {
        this.pieces = pieces;
        this.next = next;
        this.ending = ending;
        this.pattern = compile();
    }

    /** What comes before all documents: nothing. */
    public static Stretch root() {
        return new Stretch(new ArrayList<>(), new ArrayList<>(), null);
    }

    public Pattern pattern() {
        return pattern;
    }

    /** Makes room for a document with these pieces, which follow this stretch; returns how many bytes that took. */
    public int add(List<Piece> document, Shape shape) {
        for (Stretch each : next) {
            Beginning common = Beginning.of(each.pieces, document);
            if (!common.isEmpty()) {
                return each.addBehind(common, document, shape);
            }
        }
        if (document.isEmpty()) {
            ending = shape;
        } else if (next.size() < MAX_NEXT) {
            next.add(new Stretch(new ArrayList<>(document), new ArrayList<>(), shape));
        } else {
            return 0;
        }
        pattern = compile();
        return document.stream().mapToInt(piece -> piece.bytes().length).sum();
    }

    private int addBehind(Beginning common, List<Piece> document, Shape shape) {
        List<Piece> rest = common.rest(pieces);
        pieces.clear();
        pieces.addAll(common.pieces);
        if (!rest.isEmpty()) {
            List<Stretch> moved = new ArrayList<>(next);
            next.clear();
            next.add(new Stretch(rest, moved, ending));
            ending = null;
        }
        pattern = compile();
        return add(common.rest(document), shape);
    }

    private Pattern compile() {
        List<byte[]> texts = new ArrayList<>();
        List<Hole> holes = new ArrayList<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Value value && value.differs()) {
                texts.add(text.toByteArray());
                text.reset();
                holes.add(value.hole());
            } else {
                text.writeBytes(piece.bytes());
            }
        }
        texts.add(text.toByteArray());
        return new Pattern(
                texts.toArray(new byte[0][]), holes.toArray(new Hole[0]), next.toArray(new Stretch[0]), ending);
    }

    /**
     * The beginning that two lists of pieces have in common; values of one meaning are, even if they differ.
     *
     * @param whole how many pieces of either list are in it
     * @param begun how many bytes of the piece that follows, a text in both
     */
    private record Beginning(List<Piece> pieces, int whole, int begun) {

        static Beginning of(List<Piece> known, List<Piece> document) {
            List<Piece> common = new ArrayList<>();
            int most = Math.min(known.size(), document.size());
            for (int i = 0; i < most; i++) {
                Piece shared = shared(known.get(i), document.get(i));
                if (shared == null) {
                    return new Beginning(common, i, 0);
                }
                common.add(shared);
                int length = shared.bytes().length;
                if (shared instanceof Piece.Text
                        && (length < known.get(i).bytes().length
                                || length < document.get(i).bytes().length)) {
                    return new Beginning(common, i, length);
                }
            }
            return new Beginning(common, most, 0);
        }

        private static @Nullable Piece shared(Piece known, Piece document) {
            if (known instanceof Piece.Value ours && document instanceof Piece.Value theirs) {
                boolean differs = ours.differs() || theirs.differs() || !Arrays.equals(ours.bytes(), theirs.bytes());
                return ours.hole().equals(theirs.hole()) ? new Piece.Value(ours.bytes(), ours.hole(), differs) : null;
            }
            if (known instanceof Piece.Text && document instanceof Piece.Text) {
                int end = Arrays.mismatch(known.bytes(), document.bytes());
                int length = end < 0 ? known.bytes().length : end;
                return length == 0 ? null : new Piece.Text(Arrays.copyOf(known.bytes(), length));
            }
            return null;
        }

        boolean isEmpty() {
            return pieces.isEmpty();
        }

        List<Piece> rest(List<Piece> of) {
            List<Piece> rest = new ArrayList<>(of.subList(whole, of.size()));
            if (begun > 0) {
                byte[] text = rest.get(0).bytes();
                if (begun < text.length) {
                    rest.set(0, new Piece.Text(Arrays.copyOfRange(text, begun, text.length)));
                } else {
                    rest.remove(0);
                }
            }
            return rest;
        }
    }
}
