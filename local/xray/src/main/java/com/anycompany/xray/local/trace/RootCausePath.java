package com.anycompany.xray.local.trace;

import com.anycompany.xray.local.segment.Thrown;
import java.util.ArrayList;
import java.util.List;

/** Collects the steps of a root cause, service by service. */
final class RootCausePath {

    private final List<RootCause.Service> services = new ArrayList<>();
    private List<RootCause.Step> steps = new ArrayList<>();

    void add(EntityNode at, double coverage) {
        add(at, coverage, List.of());
    }

    void add(EntityNode at, double coverage, List<Thrown> exceptions) {
        if (at.segment() == at) {
            steps = new ArrayList<>();
            services.add(new RootCause.Service(at.node(), at.isInferred(), steps));
        }
        steps.add(new RootCause.Step(
                at.entity().name(), at.parent() != null && at.entity().isCall(), coverage, exceptions));
    }

    List<RootCause.Service> services() {
        return List.copyOf(services);
    }
}
