package com.anycompany.xray.local.segment;

import org.jspecify.annotations.Nullable;

/** One exception of a {@code cause}, without its stack. */
public record Thrown(
        long id, @Nullable String type, @Nullable String message, boolean remote) {}
