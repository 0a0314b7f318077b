package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;

/** PutTelemetryRecords. The records of daemons are validated and discarded. */
public final class TelemetryOperations {

    public void addTo(Operations operations) {
        operations.add("PutTelemetryRecords", TelemetryOperations::putTelemetryRecords);
    }

    private static Output putTelemetryRecords(Input input) {
        if (input.objects("TelemetryRecords").isEmpty()) {
            throw ApiException.invalid("TelemetryRecords can not be empty");
        }
        input.objects("TelemetryRecords").forEach(telemetry -> telemetry.requiredMillis("Timestamp"));
        return new Output();
    }
}
