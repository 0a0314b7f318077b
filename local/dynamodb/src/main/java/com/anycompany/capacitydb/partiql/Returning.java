package com.anycompany.capacitydb.partiql;

/** What a write returns of its item. */
enum Returning {
    NOTHING,
    ALL_OLD,
    ALL_NEW,
    MODIFIED_OLD,
    MODIFIED_NEW;

    /** As a statement has it. */
    String text() {
        return "RETURNING " + name().replace('_', ' ') + " *";
    }
}
