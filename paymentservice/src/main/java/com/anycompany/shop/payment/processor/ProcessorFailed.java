package com.anycompany.shop.payment.processor;

/** Thrown where the processor gave no verdict: it failed, or timed out. */
public final class ProcessorFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean timedOut;

    private ProcessorFailed(String message, boolean timedOut) {
        super(message);
        this.timedOut = timedOut;
    }

    public static ProcessorFailed timedOut() {
        return new ProcessorFailed("The payment processor didn't answer in time", true);
    }

    public static ProcessorFailed failed() {
        return new ProcessorFailed("The payment processor failed", false);
    }

    public boolean isTimeout() {
        return timedOut;
    }
}
