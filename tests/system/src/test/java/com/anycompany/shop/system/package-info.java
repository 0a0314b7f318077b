/** The whole shop, end to end: started through {@code ./shop}, used as shoppers use it, judged by its traces. */
@NullMarked
package com.anycompany.shop.system;

import org.jspecify.annotations.NullMarked;
