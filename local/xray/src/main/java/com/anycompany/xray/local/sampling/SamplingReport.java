package com.anycompany.xray.local.sampling;

/** What one client did under one rule since its last report. */
public record SamplingReport(String rule, String clientId, long requests, long sampled, long borrowed, long millis) {}
