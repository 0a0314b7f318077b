/** Load generator: shoppers who browse, search, fill carts and check out; their requests are counted and timed. */
@NullMarked
package com.anycompany.shop.loadgenerator;

import org.jspecify.annotations.NullMarked;
