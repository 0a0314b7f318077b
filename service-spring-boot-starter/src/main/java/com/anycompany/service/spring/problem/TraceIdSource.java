package com.anycompany.service.spring.problem;

import java.util.Optional;

/** Supplies the trace id of the current request for its problem response. */
@FunctionalInterface
public interface TraceIdSource {

    Optional<String> traceId();
}
