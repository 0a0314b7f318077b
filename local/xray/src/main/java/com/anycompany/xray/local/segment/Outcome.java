package com.anycompany.xray.local.segment;

/** The one bucket a request is counted in; the first that applies wins: throttle, fault, error, ok. */
public enum Outcome {
    OK,
    ERROR,
    THROTTLE,
    FAULT;

    private static final Outcome[] ALL = values();

    public static Outcome of(boolean throttle, boolean fault, boolean error, int status) {
        if (throttle || status == 429) {
            return THROTTLE;
        }
        if (fault || status >= 500 && status < 600) {
            return FAULT;
        }
        if (error || status >= 400 && status < 500) {
            return ERROR;
        }
        return OK;
    }

    public static Outcome at(int ordinal) {
        return ALL[ordinal];
    }

    /** Throttles count among the errors wherever X-Ray knows only errors and faults. */
    public boolean isClientError() {
        return this == ERROR || this == THROTTLE;
    }
}
