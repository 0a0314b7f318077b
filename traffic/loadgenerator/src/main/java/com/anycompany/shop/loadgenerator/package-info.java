/** Realistic shoppers. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.loadgenerator;
