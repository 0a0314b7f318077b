package com.anycompany.xray.local.filter;

import org.jspecify.annotations.Nullable;

/** Tells an expression by which bit a group's traces are known. */
public interface GroupBits {

    /** The bit of a group that every trace is in. */
    long EVERY_TRACE = -1;

    /** Null if there is no such group. */
    @Nullable
    Long ofName(String name);

    /** Null if there is no such group. */
    @Nullable
    Long ofArn(String arn);
}
