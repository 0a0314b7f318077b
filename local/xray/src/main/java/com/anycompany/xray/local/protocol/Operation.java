package com.anycompany.xray.local.protocol;

/** One operation of the X-Ray API: members in, members out. */
@FunctionalInterface
public interface Operation {

    Output call(Input input);
}
