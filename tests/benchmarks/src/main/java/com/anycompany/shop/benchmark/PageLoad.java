package com.anycompany.shop.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a storefront's pages over a few connections, each as soon as the one before has come. */
final class PageLoad {

    private static final Pattern PRODUCT = Pattern.compile("href=\"(/products/\\d{13})");
    private static final int CONNECTIONS = 4;
    private static final int TIMEOUT_MILLIS = 20_000;

    private final URI storefront;
    private final List<String> pages = new ArrayList<>();

    /** The home page, a category, a search, an empty cart, and some products that the home page names. */
    PageLoad(String storefront) throws IOException {
        this.storefront = URI.create(storefront);
        pages.addAll(List.of("/", "/products?category=audio", "/products?query=lamp", "/cart"));
        try (ShopperConnection shopper = new ShopperConnection(this.storefront)) {
            Matcher product = PRODUCT.matcher(shopper.page("/").body());
            product.results().map(found -> found.group(1)).distinct().limit(4).forEach(pages::add);
        }
    }

    /** Pages read in that time; a page that isn't answered with 200 ends the measurement. */
    long read(Duration time) throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i;
                Callable<Long> reader = () -> readUntil(end, first);
                readers.add(threads.submit(reader));
            }
            long read = 0;
            for (Future<Long> reader : readers) {
                read += reader.get();
            }
            return read;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long readUntil(long end, int first) throws IOException {
        long read = 0;
        try (RawConnection connection = new RawConnection(storefront, TIMEOUT_MILLIS)) {
            for (int i = first; System.nanoTime() < end; i++) {
                String page = pages.get(i % pages.size());
                int status = connection.get(page);
                if (status != 200) {
                    throw new IOException(page + " answered " + status);
                }
                read++;
            }
        }
        return read;
    }
}
