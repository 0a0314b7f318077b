/** What the shop costs, measured from outside. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.benchmark;
