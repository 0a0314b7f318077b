package com.anycompany.xray.spring;

import com.amazonaws.xray.strategy.ContextMissingStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Strategy for a missing context: work outside of a request, such as at start-up, is not traced and causes no warning. */
final class SilentContextMissing implements ContextMissingStrategy {

    private static final Logger log = LoggerFactory.getLogger(SilentContextMissing.class);

    @Override
    public void contextMissing(String message, Class<? extends RuntimeException> exceptionClass) {
        log.debug("Not traced: {}", message);
    }
}
