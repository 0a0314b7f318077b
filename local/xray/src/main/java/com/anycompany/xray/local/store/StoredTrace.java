package com.anycompany.xray.local.store;

import com.anycompany.xray.local.graph.Observations;
import com.anycompany.xray.local.segment.Part;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of one trace.
 *
 * <p>While documents of it arrive it is warm: their parsed form is at hand. Cooled down it keeps only where its
 * documents lie; should another one come, they are parsed again.
 */
final class StoredTrace {

    private static final int BYTES = 560;

    private final TraceId id;
    private final long number;
    private final long createdMillis;
    private long updatedMillis;
    private long settledMillis;
    private long startMillis;
    private long endMillis;
    private int revision;
    private boolean indexed;
    private boolean unsettled;
    private @Nullable Observations observations;
    private long[] references = new long[0];
    private @Nullable Map<Long, Warm> warm;
    private int warmBytes;

    /** A document at hand. */
    private record Warm(Part part, long reference) {}

    StoredTrace(TraceId id, long number, long createdMillis) {
        this.id = id;
        this.number = number;
        this.createdMillis = createdMillis;
        this.warm = new LinkedHashMap<>();
    }

    /** Whether the document says something new; a second completed copy doesn't. */
    boolean accepts(SegmentDocument document) {
        Warm known = atHand().get(document.entity().id());
        return known == null || known.part().isReplacedBy(document.entity());
    }

    /** Returns whether it is one document more, rather than one in place of another. */
    boolean put(SegmentDocument document, long reference, long receivedMillis) {
        Part part = new Part(document.entity(), document.subsegment(), receivedMillis);
        warmBytes += document.bytes().length;
        return atHand().put(document.entity().id(), new Warm(part, reference)) == null;
    }

    void warmUp(List<Part> parts) {
        Map<Long, Warm> map = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            map.put(parts.get(i).entity().id(), new Warm(parts.get(i), references[i]));
        }
        warm = map;
        references = new long[0];
    }

    void coolDown() {
        references = references();
        warm = null;
        warmBytes = 0;
    }

    boolean isWarm() {
        return warm != null;
    }

    Collection<Part> parts() {
        return atHand().values().stream().map(Warm::part).toList();
    }

    long[] references() {
        Map<Long, Warm> map = warm;
        return map == null
                ? references
                : map.values().stream().mapToLong(Warm::reference).toArray();
    }

    private Map<Long, Warm> atHand() {
        Map<Long, Warm> map = warm;
        if (map == null) {
            throw new IllegalStateException("trace " + id + " is needed warm but is cold");
        }
        return map;
    }

    /** A batch has changed it. */
    void touch(long millis) {
        updatedMillis = millis;
        revision++;
    }

    void settle(Observations seen, long start, long end) {
        observations = seen;
        settledMillis = updatedMillis;
        startMillis = start;
        endMillis = end;
        unsettled = false;
    }

    /** It has left the store: nothing is to be worked in any more. */
    void leave() {
        unsettled = false;
    }

    TraceId id() {
        return id;
    }

    long number() {
        return number;
    }

    long createdMillis() {
        return createdMillis;
    }

    long updatedMillis() {
        return updatedMillis;
    }

    /** The receipt of the latest update that has been worked in. */
    long settledMillis() {
        return settledMillis;
    }

    long startMillis() {
        return startMillis;
    }

    long endMillis() {
        return endMillis;
    }

    int revision() {
        return revision;
    }

    boolean indexed() {
        return indexed;
    }

    void indexed(boolean now) {
        indexed = now;
    }

    boolean unsettled() {
        return unsettled;
    }

    void unsettle() {
        unsettled = true;
    }

    @Nullable
    Observations observations() {
        return observations;
    }

    int warmBytes() {
        return warmBytes;
    }

    /** Roughly what it occupies, apart from its documents and their parsed form. */
    int bytes() {
        Observations seen = observations;
        return BYTES + references.length * Long.BYTES + (seen == null ? 0 : seen.bytes());
    }
}
