/** A Spring Boot application with one page and no back ends, which the storefront is measured beside. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.benchmark.bare;
