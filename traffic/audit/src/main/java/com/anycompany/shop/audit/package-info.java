/**
 * Checks that orders, payments and carts agree: {@code Tables} reads the tables of orderservice, paymentservice and
 * cartservice, {@code Auditor} compares what they hold. Nothing outside this program knows the attributes of a table that
 * another program owns (docs/adr/032-audit-program.md).
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.audit;
