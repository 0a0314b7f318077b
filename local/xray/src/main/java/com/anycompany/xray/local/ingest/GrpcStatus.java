package com.anycompany.xray.local.ingest;

/** Status codes of gRPC ("Status codes and their use in gRPC"), as far as they are answered here. */
enum GrpcStatus {
    OK(0),
    INVALID_ARGUMENT(3),
    DEADLINE_EXCEEDED(4),
    PERMISSION_DENIED(7),
    /** Exporters try again, as long as the status says when. */
    RESOURCE_EXHAUSTED(8),
    UNIMPLEMENTED(12),
    INTERNAL(13);

    private final int code;

    GrpcStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
