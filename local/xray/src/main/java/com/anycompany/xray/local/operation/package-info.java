/** The operations of the X-Ray API, one class per group of operations. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.operation;
