/** Payment methods: cards and wallets. Cards are known in this service alone, and only while a request lasts. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.payment.method;
