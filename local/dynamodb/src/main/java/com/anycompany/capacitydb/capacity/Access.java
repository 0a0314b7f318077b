package com.anycompany.capacitydb.capacity;

/** What an operation does to a table; reads and writes have capacity of their own. */
public enum Access {
    READ,
    WRITE
}
