/** What every page has: the shopper, the header's data, notices, its trace, errors, and the browser's protections. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.page;
