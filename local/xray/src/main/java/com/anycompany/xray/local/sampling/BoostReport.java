package com.anycompany.xray.local.sampling;

/**
 * What a service reports of the anomalies among the requests of a rule since its last report; what an anomaly is, the client
 * decides.
 */
public record BoostReport(String rule, String service, long anomalies, long requests, long sampledAnomalies) {}
