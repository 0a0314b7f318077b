package com.anycompany.shop.payment;

/** The processor gave no verdict: it failed, or took too long. */
final class ProcessorFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean timedOut;

    private ProcessorFailed(String message, boolean timedOut) {
        super(message);
        this.timedOut = timedOut;
    }

    static ProcessorFailed timedOut() {
        return new ProcessorFailed("The payment processor didn't answer in time", true);
    }

    static ProcessorFailed failed() {
        return new ProcessorFailed("The payment processor failed", false);
    }

    boolean isTimeout() {
        return timedOut;
    }
}
