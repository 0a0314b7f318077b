package com.anycompany.xray.local.template;

import com.anycompany.xray.local.segment.DocumentField;
import org.jspecify.annotations.Nullable;

/** How the value of a variable is recognised and stored; each accepts what the parser accepts there, or less. */
enum Encoding {
    TRACE_ID,
    ID,
    SECONDS,
    NAME,
    TEXT,
    /** A number that isn't negative. */
    AMOUNT,
    NUMBER;

    /** The encoding of a text: of that field, or of one that isn't understood. */
    static Encoding ofText(@Nullable DocumentField field) {
        if (field == null) {
            return TEXT;
        }
        return switch (field.type()) {
            case ID -> ID;
            case TRACE_ID -> TRACE_ID;
            case NAME -> NAME;
            default -> TEXT;
        };
    }

    /** The encoding of a number: of that field, or of one that isn't understood. */
    static Encoding ofNumber(@Nullable DocumentField field) {
        if (field == null) {
            return NUMBER;
        }
        return switch (field.type()) {
            case SECONDS -> SECONDS;
            case STATUS, SCALAR -> AMOUNT;
            default -> NUMBER;
        };
    }

    /** Whether it is hardly ever the same in two documents. */
    boolean alwaysDiffers() {
        return this == TRACE_ID || this == ID || this == SECONDS;
    }
}
