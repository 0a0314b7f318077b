package com.anycompany.capacitydb.value;

/**
 * The two wordings that the service has for invalid attribute values; which one a client gets depends on the operation. The
 * older one is that of Scan, BatchWriteItem and transactions.
 */
public enum Wording {
    CURRENT,
    OLDER
}
