/** The pages where shoppers look around and fill their carts. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.shopping;
