package com.anycompany.shop.launcher.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What traces the services: {@code ./shop up --tracing}. */
public enum TracingMode {
    XRAY(List.of()),
    OTEL(ShopService.ALL.stream().map(ShopService::name).toList()),
    MIXED(List.of("catalogservice", "cartservice"));

    private final List<String> openTelemetry;

    TracingMode(List<String> openTelemetry) {
        this.openTelemetry = openTelemetry;
    }

    /**
     * The services that OpenTelemetry traces.
     *
     * @param more names or beginnings of names that are added
     */
    public Set<String> openTelemetry(Collection<String> more) {
        Set<String> services = new LinkedHashSet<>(openTelemetry);
        List<String> known = ShopService.ALL.stream().map(ShopService::name).toList();
        more.forEach(name -> services.add(PartName.resolve(name, known)));
        return services;
    }
}
