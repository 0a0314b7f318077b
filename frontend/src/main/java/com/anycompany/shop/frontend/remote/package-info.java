/** How the storefront calls other services: side by side, within a page's time budget, and ready for their absence. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.remote;
