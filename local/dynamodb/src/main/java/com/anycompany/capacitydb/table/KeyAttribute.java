package com.anycompany.capacitydb.table;

import com.anycompany.capacitydb.value.AttributeType;

/** An attribute that is part of a key, with the type that its values must have. */
public record KeyAttribute(String name, AttributeType type) {}
