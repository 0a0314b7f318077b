/** Filter expressions: the language, and how traces are tested against it. Plain Java and ANTLR. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.filter;
