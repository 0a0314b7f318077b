/** Documents and assembly, rule by rule. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.segment;
