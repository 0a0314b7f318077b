/** Tests of the whole shop: started through {@code ./shop}, used as shoppers use it, compared by its traces. */
@NullMarked
package com.anycompany.shop.system;

import org.jspecify.annotations.NullMarked;
