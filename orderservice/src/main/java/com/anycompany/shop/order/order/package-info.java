/** Orders: their states, their table, and their readers. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.order.order;
