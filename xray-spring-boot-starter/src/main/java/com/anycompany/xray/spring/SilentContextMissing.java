package com.anycompany.xray.spring;

import com.amazonaws.xray.strategy.ContextMissingStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes work outside of a request, at start-up for example, go on untraced and unremarked. */
final class SilentContextMissing implements ContextMissingStrategy {

    private static final Logger log = LoggerFactory.getLogger(SilentContextMissing.class);

    @Override
    public void contextMissing(String message, Class<? extends RuntimeException> exceptionClass) {
        log.debug("Not traced: {}", message);
    }
}
