package com.anycompany.service.spring.server;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the HTTP server.
 *
 * @param allowedHosts Additional host names that a request may be addressed to, such as shop.example, *.shop.example, or * for
 * all. Loopback names, IP addresses, the application's name and names that end in .svc are always allowed.
 * @param tlsTerminated Whether every request has come by TLS that a load balancer has ended without adding X-Forwarded-Proto; if
 * it adds that header, set server.forward-headers-strategy=native instead.
 * @param virtualThreads Whether requests are worked on by virtual threads on JDK 24 and newer.
 * @param body How request bodies are received.
 * @param connections Limits of connections.
 * @param admission Limits of concurrent requests.
 * @param management Port of the actuator's endpoints.
 */
@ConfigurationProperties("service.server")
public record HttpServerProperties(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("false") boolean tlsTerminated,
        @DefaultValue("true") boolean virtualThreads,
        @DefaultValue Body body,
        @DefaultValue Connections connections,
        @DefaultValue Admission admission,
        @DefaultValue Management management) {

    /**
     * How request bodies are received.
     *
     * @param maxSize Size of a request body above which the response is 413.
     * @param minimumRate Bytes per second below which a sender is too slow.
     * @param grace Time that a body may take in addition to that of its minimum rate; then the response is 408.
     * @param maxBuffered Memory for all bodies that are being received; a body for which nothing is left gets a 503.
     */
    public record Body(
            @DefaultValue("64KB") DataSize maxSize,
            @DefaultValue("4KB") DataSize minimumRate,
            @DefaultValue("5s") Duration grace,
            @DefaultValue("8MB") DataSize maxBuffered) {}

    /**
     * Limits of connections.
     *
     * @param maxPerClient Open connections of one client address; 0 for no limit, as behind a load balancer that hides addresses.
     * @param headerTimeout Time in which the headers of a request must have come.
     * @param writeTimeout Time for which a thread waits for a client that doesn't read its response.
     * @param sendBuffer Part of a response that the operating system takes for a slow client, so that no thread waits for it.
     */
    public record Connections(
            @DefaultValue("512") int maxPerClient,
            @DefaultValue("10s") Duration headerTimeout,
            @DefaultValue("5s") Duration writeTimeout,
            @DefaultValue("256KB") DataSize sendBuffer) {}

    /**
     * Limits of concurrent requests. A request above them is answered with 503 and Retry-After.
     *
     * @param maxConcurrent Requests that are worked on at the same time; 0 for no limit. It must be below the number of the
     * server's threads by more than the queue.
     * @param maxQueued Requests that wait for others to end, for each of the two priorities.
     * @param maxWait Longest time that a request waits.
     * @param essentialPaths Patterns of request paths that go before all others, such as /checkout/**.
     * @param essentialShare Share of the concurrent requests, from 0 to 1, that only essential paths may use.
     * @param retryAfter Value of the header Retry-After of a refused request.
     */
    public record Admission(
            @DefaultValue("150") int maxConcurrent,
            @DefaultValue("20") int maxQueued,
            @DefaultValue("200ms") Duration maxWait,
            @DefaultValue List<String> essentialPaths,
            @DefaultValue("0.2") double essentialShare,
            @DefaultValue("2s") Duration retryAfter) {}

    /**
     * Port of the actuator's endpoints.
     *
     * @param port Port of health and metrics; the server's port + 10000 if not set, and -1 to serve them on the server's port.
     */
    public record Management(@Nullable Integer port) {}
}
