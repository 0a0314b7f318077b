/** Shoppers who browse, search, fill carts and check out, counted and timed. */
@NullMarked
package com.anycompany.shop.loadgenerator;

import org.jspecify.annotations.NullMarked;
