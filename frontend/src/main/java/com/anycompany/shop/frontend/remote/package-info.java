/** Calls to other services: side by side, and all within the deadline of one page. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.remote;
