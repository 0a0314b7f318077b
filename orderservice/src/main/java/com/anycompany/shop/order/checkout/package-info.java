/** Places orders: a submission becomes a pending order, which is paid and followed up, once. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.order.checkout;
