package com.anycompany.xray.local.api;

/** One operation of the X-Ray API: members in, members out. */
@FunctionalInterface
interface Operation {

    Output call(Input input);
}
