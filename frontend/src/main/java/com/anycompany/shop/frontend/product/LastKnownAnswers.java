package com.anycompany.shop.frontend.product;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * LRU cache of catalogservice's last answers, bounded by entries and bytes. It is read only while catalogservice is unavailable
 * (docs/adr/045-reads-before-writes.md).
 */
@Component
final class LastKnownAnswers {

    /** What an entry and its answer cost beside the texts of the answer, roughly. */
    private static final long OVERHEAD = 256;

    private final int maxEntries;
    private final long maxBytes;
    private final Duration maxAge;
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    LastKnownAnswers(
            @Value("${shop.last-known.max-entries}") int maxEntries,
            @Value("${shop.last-known.max-size}") DataSize maxSize,
            @Value("${shop.last-known.max-age}") Duration maxAge,
            Clock clock) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxSize.toBytes();
        this.maxAge = maxAge;
        this.clock = clock;
    }

    private record Entry(Products products, long bytes, Instant since) {}

    /** Keeps the answer, and removes those that were used least recently where there are too many. */
    synchronized void put(String key, Products products) {
        Entry entry = new Entry(products, OVERHEAD + 2L * key.length() + sizeOf(products), clock.instant());
        remove(key);
        if (maxEntries == 0 || entry.bytes() > maxBytes) {
            return;
        }
        entries.put(key, entry);
        bytes += entry.bytes();
        Iterator<Entry> eldest = entries.values().iterator();
        while (entries.size() > maxEntries || bytes > maxBytes) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    /** Forgets the answer, since there is no such thing any more. */
    synchronized void remove(String key) {
        Entry removed = entries.remove(key);
        if (removed != null) {
            bytes -= removed.bytes();
        }
    }

    synchronized Optional<CatalogAnswer<Products>> get(String key) {
        return Optional.ofNullable(entries.get(key)).flatMap(this::answer);
    }

    /** The product as the youngest answer has it. */
    synchronized Optional<CatalogAnswer<Product>> product(ProductId id) {
        CatalogAnswer<Product> youngest = null;
        List<Entry> all = new ArrayList<>(entries.values());
        for (Entry entry : all) {
            CatalogAnswer<Products> answer = answer(entry).orElse(null);
            if (answer == null || (youngest != null && answer.isOlderThan(youngest))) {
                continue;
            }
            for (Product product : entry.products().products()) {
                if (product.id().equals(id)) {
                    youngest = CatalogAnswer.lastKnown(product, answer);
                }
            }
        }
        return Optional.ofNullable(youngest);
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    private Optional<CatalogAnswer<Products>> answer(Entry entry) {
        Duration age = Duration.between(entry.since(), clock.instant());
        return age.compareTo(maxAge) > 0
                ? Optional.empty()
                : Optional.of(CatalogAnswer.lastKnown(entry.products(), age));
    }

    private static long sizeOf(Products products) {
        return products.products().stream().mapToLong(LastKnownAnswers::sizeOf).sum();
    }

    /** Two bytes for a character, as where one of them isn't Latin-1. */
    private static long sizeOf(Product product) {
        return OVERHEAD
                + 2L
                        * (product.name().length()
                                + product.description().length()
                                + product.brand().length()
                                + product.category().length()
                                + product.picture().length());
    }
}
