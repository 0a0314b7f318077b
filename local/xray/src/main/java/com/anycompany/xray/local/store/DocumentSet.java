package com.anycompany.xray.local.store;

import com.anycompany.xray.local.segment.EntityId;
import java.util.Arrays;

/**
 * Set of the documents of a trace, in order of arrival: each one's entity, whether that is still in progress, and the
 * reference of the document in the log. Two longs for each, in one array: millions of them are kept, and most come and
 * go within a second.
 */
final class DocumentSet {

    /** Up to here, looking at all is quicker than looking up. */
    private static final int FEW = 32;

    private static final int WORDS = 2;

    /** In a reference; its offset needs no more than {@code Chunk.MAX_LENGTH}. */
    private static final long IN_PROGRESS = 1L << 31;

    private static final int[] NO_PLACES = new int[0];

    /** {@code entity, reference} of each. */
    private long[] words = new long[4 * WORDS];

    private int size;

    /** With many documents, a hash table of their numbers, counted from one, at most half full. */
    private int[] places = NO_PLACES;

    int size() {
        return size;
    }

    /** Whether the entity is unknown, or known as one that was still in progress. */
    boolean awaits(long entity) {
        int number = number(entity);
        return number < 0 || (words[number * WORDS + 1] & IN_PROGRESS) != 0;
    }

    /** The document takes the place of the entity's earlier one, if there is one; returns whether it is one more. */
    boolean put(long entity, boolean inProgress, long reference) {
        int number = number(entity);
        boolean isNew = number < 0;
        if (isNew) {
            number = append(entity);
        }
        words[number * WORDS + 1] = inProgress ? reference | IN_PROGRESS : reference;
        return isNew;
    }

    private int append(long entity) {
        if (size * WORDS == words.length) {
            words = Arrays.copyOf(words, Math.max(4, size + size / 2) * WORDS);
        }
        words[size * WORDS] = entity;
        size++;
        if (size > FEW) {
            file(size - 1);
        }
        return size - 1;
    }

    private void file(int number) {
        if (size * 2 > places.length) {
            places = new int[Integer.highestOneBit(size) * 4];
            for (int each = 0; each < size; each++) {
                places[place(words[each * WORDS])] = each + 1;
            }
        } else {
            places[place(words[number * WORDS])] = number + 1;
        }
    }

    private int number(long entity) {
        if (size > FEW) {
            return places[place(entity)] - 1;
        }
        for (int number = 0; number < size; number++) {
            if (words[number * WORDS] == entity) {
                return number;
            }
        }
        return -1;
    }

    /** The entity's place, or the free one where it belongs. */
    private int place(long entity) {
        int mask = places.length - 1;
        int place = EntityId.hash(entity, Integer.numberOfTrailingZeros(places.length));
        while (places[place] != 0 && words[(places[place] - 1) * WORDS] != entity) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Where a document lies. */
    long reference(int number) {
        return words[number * WORDS + 1] & ~IN_PROGRESS;
    }

    /** Gives back what it had taken in advance. */
    void trim() {
        if (size * WORDS < words.length) {
            words = Arrays.copyOf(words, size * WORDS);
        }
    }

    /** What it occupies. */
    int bytes() {
        return 56 + words.length * Long.BYTES + places.length * Integer.BYTES;
    }
}
