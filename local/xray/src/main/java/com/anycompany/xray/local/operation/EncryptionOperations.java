package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.EncryptionConfig;
import com.anycompany.xray.local.config.EncryptionConfig.Encryption;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;

/** GetEncryptionConfig and PutEncryptionConfig. */
public final class EncryptionOperations {

    private final EncryptionConfig config;

    public EncryptionOperations(EncryptionConfig config) {
        this.config = config;
    }

    public void addTo(Operations operations) {
        operations
                .add("GetEncryptionConfig", input -> output(config.get(), "ACTIVE"))
                .addChange("PutEncryptionConfig", this::putEncryptionConfig);
    }

    /** AWS applies it in the background, and says so in the response; here it is in force at once. */
    private Output putEncryptionConfig(Input input) {
        Encryption wanted = encryption(input);
        config.set(wanted);
        return output(wanted, "UPDATING");
    }

    private static Encryption encryption(Input input) {
        String type = input.requiredText("Type");
        String key = input.text("KeyId");
        if (type.equals("KMS") == (key == null)) {
            throw ApiException.invalid("KeyId is required for Type KMS and not allowed for Type NONE");
        }
        return new Encryption(type, key);
    }

    private static Output output(Encryption encryption, String status) {
        return new Output()
                .put(
                        "EncryptionConfig",
                        new Output()
                                .put("KeyId", encryption.keyId())
                                .put("Status", status)
                                .put("Type", encryption.type()));
    }
}
