/** X-Ray on one machine. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local;
