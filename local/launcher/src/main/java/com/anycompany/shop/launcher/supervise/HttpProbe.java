package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.commandline.HealthCheck;
import com.anycompany.shop.launcher.plan.Part;
import java.net.URI;
import java.util.Optional;

/** Readiness probe of a part: its health address answers 200. A part without a port is ready as soon as it runs. */
public final class HttpProbe {

    private HttpProbe() {}

    public static Child.Probe of(Part part) {
        return address(part)
                .map(HealthCheck::new)
                .<Child.Probe>map(check -> check::isHealthy)
                .orElse(() -> true);
    }

    /** Empty for a part without a port. */
    public static Optional<URI> address(Part part) {
        return Optional.ofNullable(part.healthPort())
                .map(port -> URI.create("http://127.0.0.1:" + port + part.healthPath()));
    }
}
