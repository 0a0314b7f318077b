/** The store's promises: bound, order, consistency. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.store;
