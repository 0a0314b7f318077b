/** JSON: reading tokens, numbers and strings, and writing. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.json;
