package com.anycompany.shop.recommendation.together;

/** The table had no capacity, or too many orders changed the same counts, for longer than this service waits. */
public final class TableBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TableBusy(Throwable cause) {
        super("The table Recommendations is busy: " + cause.getMessage(), cause);
    }
}
