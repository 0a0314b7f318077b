package com.anycompany.xray.local.ingest;

import com.anycompany.xray.local.otlp.InvalidExport;

/** Receiver of one kind of telemetry, whichever protocol it came by. */
interface ExportReceiver {

    /** The path of OTLP/HTTP, such as {@code /v1/traces}. */
    String httpPath();

    /** The path of gRPC, such as {@code /opentelemetry.proto.collector.trace.v1.TraceService/Export}. */
    String grpcPath();

    /** What an export consists of, in the plural. */
    String items();

    /** The member of a partial success that has the number of refused items, in OTLP's JSON. */
    String rejectedMember();

    /**
     * Takes what can be taken of an export.
     *
     * @param body the export, unpacked
     * @param json whether it is JSON; otherwise it is protobuf
     * @throws InvalidExport if it is no export; then nothing of it was taken
     */
    Outcome receive(byte[] body, boolean json) throws InvalidExport;

    /**
     * What became of an export.
     *
     * @param message what is wrong with the refused items; empty if all were taken
     */
    record Outcome(long rejected, String message) {

        static final Outcome ALL_TAKEN = new Outcome(0, "");
    }
}
