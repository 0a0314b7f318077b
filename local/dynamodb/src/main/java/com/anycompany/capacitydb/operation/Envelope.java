package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;
import java.util.function.Supplier;

/**
 * The words that PutItem, UpdateItem and DeleteItem put before what is wrong with a request whatever the table, as if a constraint
 * weren't satisfied.
 */
final class Envelope {

    private static final String ONE = "1 validation error detected: ";

    private Envelope() {}

    static <T> T around(Supplier<T> validation) {
        try {
            return validation.get();
        } catch (ServiceException e) {
            throw e.code() == ErrorCode.VALIDATION ? ServiceException.validation(ONE + e.message()) : e;
        }
    }
}
