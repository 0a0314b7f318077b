/** Log records that belong to traces: kept in memory and on disk, within a bound of their own. */
@NullMarked
package com.anycompany.xray.local.logs;

import org.jspecify.annotations.NullMarked;
