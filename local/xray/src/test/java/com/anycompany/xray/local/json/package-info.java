/** Tests of reading and writing JSON. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.json;
