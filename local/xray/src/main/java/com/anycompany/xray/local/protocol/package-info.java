/** AWS's REST-JSON protocol: operation inputs, outputs and errors. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.protocol;
