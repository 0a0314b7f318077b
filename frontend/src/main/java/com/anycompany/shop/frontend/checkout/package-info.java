/** The pages where shoppers pay and see their orders. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.checkout;
