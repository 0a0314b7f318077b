package com.anycompany.xray.local.store;

/** Adds up what the traces occupy beside their documents, so that the bound on bytes needs no counting. */
final class Ledger {

    private long bytes;
    private long unsettled;

    void enter(StoredTrace trace) {
        bytes += trace.bytes();
        unsettled += trace.unsettledBytes();
    }

    void leave(StoredTrace trace) {
        bytes -= trace.bytes();
        unsettled -= trace.unsettledBytes();
    }

    /** Does something that changes what a trace occupies. */
    void change(StoredTrace trace, Runnable change) {
        leave(trace);
        change.run();
        enter(trace);
    }

    /** The length of the documents that haven't been worked in. */
    long unsettledBytes() {
        return unsettled;
    }

    long bytes() {
        return bytes;
    }
}
