package com.anycompany.capacitydb.http;

import java.time.Duration;

/**
 * What a client may take of the server.
 *
 * @param connections how many are open at most
 * @param crowded above so many, those that wait for a client are closed after a second
 * @param header how long a request's header may take
 * @param body how long a request's body may take
 * @param response how long a large response may take to be read
 */
record HttpLimits(int connections, int crowded, Duration header, Duration body, Duration response) {

    static final HttpLimits DEFAULT =
            new HttpLimits(1000, 750, Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60));
}
