/** Quick measurements, to be run by hand. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.benchmark;
