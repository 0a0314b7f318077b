package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import org.jspecify.annotations.Nullable;

/** Telemetry, which is only checked, and the encryption setting, which is only remembered. */
public final class AccountOperations {

    private volatile Encryption encryption = new Encryption("NONE", null);

    private record Encryption(String type, @Nullable String keyId) {

        Output output() {
            return new Output()
                    .put(
                            "EncryptionConfig",
                            new Output()
                                    .put("KeyId", keyId)
                                    .put("Status", "ACTIVE")
                                    .put("Type", type));
        }
    }

    public void addTo(Operations operations) {
        operations
                .add("/TelemetryRecords", AccountOperations::putTelemetryRecords)
                .add("/EncryptionConfig", input -> encryption.output())
                .add("/PutEncryptionConfig", this::putEncryptionConfig);
    }

    private static Output putTelemetryRecords(Input input) {
        if (input.objects("TelemetryRecords").isEmpty()) {
            throw ApiException.invalid("TelemetryRecords can not be empty");
        }
        checkLength(input, "EC2InstanceId", 20);
        checkLength(input, "Hostname", 255);
        checkLength(input, "ResourceARN", 500);
        input.objects("TelemetryRecords").forEach(telemetry -> telemetry.requiredMillis("Timestamp"));
        return new Output();
    }

    private static void checkLength(Input input, String name, int most) {
        String text = input.text(name);
        if (text != null && text.length() > most) {
            throw ApiException.invalid(name + " must have at most " + most + " characters");
        }
    }

    private Output putEncryptionConfig(Input input) {
        String type = input.requiredText("Type");
        String key = input.text("KeyId");
        if (!type.equals("NONE") && !type.equals("KMS")) {
            throw ApiException.invalid("Type must be one of [NONE, KMS]");
        }
        if (type.equals("KMS") == (key == null)) {
            throw ApiException.invalid("KeyId is required for Type KMS and not allowed for Type NONE");
        }
        Encryption wanted = new Encryption(type, key);
        encryption = wanted;
        return wanted.output();
    }
}
