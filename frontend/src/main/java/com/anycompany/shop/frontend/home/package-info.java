/** The home page. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.home;
