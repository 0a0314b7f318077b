package com.anycompany.capacitydb.table;

import com.anycompany.capacitydb.error.ErrorCode;
import com.anycompany.capacitydb.error.ServiceException;

/** A key attribute has a value that no key can have; a transaction is refused for it, not cancelled. */
public final class InvalidKeyValue extends ServiceException {

    private static final long serialVersionUID = 1;

    InvalidKeyValue(String message) {
        super(ErrorCode.VALIDATION, "One or more parameter values are not valid. " + message);
    }
}
