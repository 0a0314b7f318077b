package com.anycompany.shop.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> pages = new ArrayList<>();

    /** The home page, a category, a search, an empty cart, and some products that the home page names. */
    PageLoad(String storefront) throws IOException, InterruptedException {
        for (String path : List.of("/", "/products?category=audio", "/products?query=lamp", "/cart")) {
            pages.add(URI.create(storefront + path));
        }
        Matcher product = PRODUCT.matcher(get(pages.get(0)).body());
        product.results()
                .map(found -> found.group(1))
                .distinct()
                .limit(4)
                .forEach(path -> pages.add(URI.create(storefront + path)));
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

    private long readUntil(long end, int first) throws IOException, InterruptedException {
        long read = 0;
        for (int i = first; System.nanoTime() < end; i++) {
            get(pages.get(i % pages.size()));
            read++;
        }
        return read;
    }

    private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(page + " answered " + response.statusCode());
        }
        return response;
    }
}
