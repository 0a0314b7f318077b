package com.anycompany.shop.randomizer;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Which pods may be killed, and how.
 *
 * @param selector labels, as {@code kubectl --selector} takes them
 * @param only names of services (label {@code app.kubernetes.io/name}, or {@code app}); all if empty
 * @param grace how long a pod may take to end by itself; without it, as long as the pod itself asks for
 * @param ownName the randomizer's own pod
 */
record PodSettings(String namespace, String selector, Set<String> only, Optional<Duration> grace, String ownName) {

    static final String SHOP = "product=storefront";
}
