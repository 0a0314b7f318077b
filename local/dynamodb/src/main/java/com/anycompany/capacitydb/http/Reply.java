package com.anycompany.capacitydb.http;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.JsonWriter;

/** Status and body of a response. */
record Reply(int status, String contentType, byte[] body) {

    private static final String JSON = "application/x-amz-json-1.0";

    static Reply ok(byte[] body) {
        return new Reply(200, JSON, body);
    }

    static Reply text(String contentType, String text) {
        return new Reply(200, contentType, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The members of the service's framework have other names than those of DynamoDB. */
    static Reply error(ServiceException e) {
        JsonWriter json = new JsonWriter();
        json.startObject().name("__type").string(e.code().type());
        boolean framework = e.code() == ErrorCode.SERIALIZATION || e.code() == ErrorCode.TRANSACTION_CANCELED;
        if (!e.message().isEmpty()) {
            json.name(framework ? "Message" : "message").string(e.message());
        }
        e.writeDetails(json);
        json.endObject();
        return new Reply(e.code().status(), JSON, json.toBytes());
    }

    static Reply error(int status, String type, String message) {
        JsonWriter json = new JsonWriter();
        json.startObject().name("__type").string("com.amazon.coral.service#" + type);
        json.name("message").string(message).endObject();
        return new Reply(status, JSON, json.toBytes());
    }
}
