package com.anycompany.xray.local.filter;

import org.jspecify.annotations.Nullable;

/** Lookup of the bits that mark the groups' traces. */
public interface GroupBits {

    /** The bits of the group Default, which contains every trace. */
    long EVERY_TRACE = -1;

    /** Null if there is no such group. */
    @Nullable
    Long ofName(String name);

    /** Null if there is no such group. */
    @Nullable
    Long ofArn(String arn);
}
