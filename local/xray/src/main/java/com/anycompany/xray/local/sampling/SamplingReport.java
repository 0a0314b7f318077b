package com.anycompany.xray.local.sampling;

/** Sampling statistics of one client and one rule since the client's last report. */
public record SamplingReport(String rule, String clientId, long requests, long sampled, long borrowed, long millis) {}
