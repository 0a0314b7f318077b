package com.anycompany.xray.local.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The common prefix of two lists of pieces; values of one variable are common, even if they differ.
 *
 * @param whole how many pieces of either list are in it
 * @param begun how many bytes of the piece that follows, a text in both
 */
record CommonPrefix(List<TemplatePiece> pieces, int whole, int begun) {

    static CommonPrefix of(List<TemplatePiece> known, List<TemplatePiece> document) {
        List<TemplatePiece> common = new ArrayList<>();
        int most = Math.min(known.size(), document.size());
        for (int i = 0; i < most; i++) {
            TemplatePiece shared = shared(known.get(i), document.get(i));
            if (shared == null) {
                return new CommonPrefix(common, i, 0);
            }
            common.add(shared);
            int length = shared.bytes().length;
            if (shared instanceof TemplatePiece.Text
                    && (length < known.get(i).bytes().length
                            || length < document.get(i).bytes().length)) {
                return new CommonPrefix(common, i, length);
            }
        }
        return new CommonPrefix(common, most, 0);
    }

    private static @Nullable TemplatePiece shared(TemplatePiece known, TemplatePiece document) {
        if (known instanceof TemplatePiece.Value ours && document instanceof TemplatePiece.Value theirs) {
            boolean differs = ours.differs() || theirs.differs() || !Arrays.equals(ours.bytes(), theirs.bytes());
            return ours.variable().equals(theirs.variable())
                    ? new TemplatePiece.Value(ours.bytes(), ours.variable(), differs)
                    : null;
        }
        if (known instanceof TemplatePiece.Text && document instanceof TemplatePiece.Text) {
            int end = Arrays.mismatch(known.bytes(), document.bytes());
            int length = end < 0 ? known.bytes().length : end;
            return length == 0 ? null : new TemplatePiece.Text(Arrays.copyOf(known.bytes(), length));
        }
        return null;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** What remains of one of the two lists. */
    List<TemplatePiece> rest(List<TemplatePiece> of) {
        List<TemplatePiece> rest = new ArrayList<>(of.subList(whole, of.size()));
        if (begun > 0) {
            byte[] text = rest.get(0).bytes();
            if (begun < text.length) {
                rest.set(0, new TemplatePiece.Text(Arrays.copyOfRange(text, begun, text.length)));
            } else {
                rest.remove(0);
            }
        }
        return rest;
    }
}
