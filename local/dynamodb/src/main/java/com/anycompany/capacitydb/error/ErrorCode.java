package com.anycompany.capacitydb.error;

/** The errors of the API, with the name space in which each is sent. */
public enum ErrorCode {
    ACCESS_DENIED("AccessDeniedException"),
    CONDITIONAL_CHECK_FAILED("ConditionalCheckFailedException"),
    DUPLICATE_ITEM("DuplicateItemException"),
    EXPIRED_ITERATOR("ExpiredIteratorException"),
    IDEMPOTENT_PARAMETER_MISMATCH("IdempotentParameterMismatchException"),
    INTERNAL_SERVER_ERROR("InternalServerError", Space.DYNAMODB, 500),
    INVALID_ENDPOINT("InvalidEndpointException"),
    ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED("ItemCollectionSizeLimitExceededException"),
    LIMIT_EXCEEDED("LimitExceededException"),
    POLICY_NOT_FOUND("PolicyNotFoundException"),
    PROVISIONED_THROUGHPUT_EXCEEDED("ProvisionedThroughputExceededException"),
    REPLICATED_WRITE_CONFLICT("ReplicatedWriteConflictException"),
    RESOURCE_IN_USE("ResourceInUseException"),
    RESOURCE_NOT_FOUND("ResourceNotFoundException"),
    SERIALIZATION("SerializationException", Space.SERVICE, 400),
    SERVICE_UNAVAILABLE("ServiceUnavailableException", Space.DYNAMODB, 503),
    TABLE_NOT_FOUND("TableNotFoundException"),
    THROTTLING("ThrottlingException"),
    TRANSACTION_CANCELED("TransactionCanceledException"),
    TRIMMED_DATA_ACCESS("TrimmedDataAccessException"),
    UNKNOWN_OPERATION("UnknownOperationException", Space.SERVICE, 400),
    VALIDATION("ValidationException", Space.VALIDATION, 400);

    private final String name;
    private final String space;
    private final int status;

    ErrorCode(String name) {
        this(name, Space.DYNAMODB, 400);
    }

    ErrorCode(String name, String space, int status) {
        this.name = name;
        this.space = space;
        this.status = status;
    }

    /** The name of the exception. */
    public String simpleName() {
        return name;
    }

    /** The name with its name space, as {@code __type} carries it. */
    public String type() {
        return space + name;
    }

    public int status() {
        return status;
    }

    private static final class Space {
        private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";
        private static final String SERVICE = "com.amazon.coral.service#";
        private static final String VALIDATION = "com.amazon.coral.validate#";
    }
}
