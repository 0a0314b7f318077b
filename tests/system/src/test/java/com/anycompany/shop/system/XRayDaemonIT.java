package com.anycompany.shop.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** As on a node of Kubernetes: services send to AWS's daemon, and it sends on, here to X-Ray Local. */
@ExtendWith({NeedsXRayDaemon.class, OpenShop.class})
class XRayDaemonIT {

    @TempDir
    private Path folder;

    @Test
    void segmentsThroughTheDaemon_giveTheGraphOfTheDirectWay(Shop shop) throws IOException {
        int daemonPort = ShopPorts.free().of("xray");
        try (SecondShop second = new SecondShop(shop, folder)) {
            second.startXRay();
            try (XRayDaemon daemon = XRayDaemon.start(daemonPort, second.url("xray"), folder);
                    Traces traces = new Traces(URI.create(second.url("xray")))) {
                second.startServices(daemonPort);
                Instant opened = Instant.now();
                wholeJourney(new Journey(new HttpShopper(second.url("frontend"))));

                await().atMost(Duration.ofSeconds(30))
                        .during(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertThat(traces.graph(
                                        opened.minusSeconds(60), Instant.now().plusSeconds(1)))
                                .isEqualTo(ServiceGraph.expected().text()));
            }
        }
    }

    private static void wholeJourney(Journey journey) throws IOException {
        Answer home = journey.home();
        journey.addToCart(journey.product(journey.category(home)), 1);
        Answer order = journey.placeOrder(journey.checkout(), Journey.ACCEPTED_CARD);
        assertThat(order.status()).isEqualTo(303);
        assertThat(journey.open(order.location()).status()).isEqualTo(200);
    }
}
