package com.anycompany.capacitydb.http;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.InvalidJson;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonReader;
import com.anycompany.capacitydb.operation.Operations;
import org.jspecify.annotations.Nullable;

/** Performs the requests of the API: finds the operation, reads its JSON, writes its answer or error. */
final class ApiRequests {

    private static final System.Logger LOG = System.getLogger(ApiRequests.class.getName());
    private static final String DYNAMODB = "DynamoDB_20120810.";
    private static final String STREAMS = "DynamoDBStreams_20120810.";
    private static final int MAX_DEPTH = 400;

    private final Operations operations;
    private final JsonReader reader = new JsonReader(MAX_DEPTH);

    ApiRequests(Operations operations) {
        this.operations = operations;
    }

    /**
     * Performs a request.
     *
     * @param target the header that names the operation
     */
    Reply perform(@Nullable String target, byte[] body) {
        try {
            String name = operation(target);
            return Reply.ok(operations.perform(name, read(body)).toBytes());
        } catch (ServiceException e) {
            return Reply.error(e);
        } catch (StackOverflowError e) {
            return Reply.error(new ServiceException(ErrorCode.SERIALIZATION, "The request is nested too deeply"));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, target + " failed", e);
            return Reply.error(new ServiceException(
                    ErrorCode.INTERNAL_SERVER_ERROR, "CapacityDB failed: " + e + ". This is a defect."));
        }
    }

    private String operation(@Nullable String target) {
        String name = target == null
                ? ""
                : target.startsWith(DYNAMODB)
                        ? target.substring(DYNAMODB.length())
                        : target.startsWith(STREAMS) ? target.substring(STREAMS.length()) : "";
        if (!operations.has(name)) {
            throw new ServiceException(
                    ErrorCode.UNKNOWN_OPERATION,
                    name.isEmpty() ? "" : "The operation " + name + " is not supported by CapacityDB.");
        }
        return name;
    }

    private JsonObject read(byte[] body) {
        try {
            return reader.readObject(body);
        } catch (InvalidJson e) {
            throw new ServiceException(ErrorCode.SERIALIZATION, "");
        }
    }
}
