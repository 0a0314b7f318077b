package com.anycompany.shop.payment.payment;

/**
 * Status of a payment. Only {@link #CAPTURED} means that money was taken; {@link #VOIDED} is final.
 *
 * <pre>
 *            ┌──────────────▶ DECLINED ──┐
 * (none) ─▶ AUTHORIZING ────▶ CAPTURED ──┼─▶ VOIDED
 *    │       ↺ taken up again by a repeat│      ▲
 *    └──────────── void before any payment ─────┘
 * </pre>
 */
enum PaymentStatus {
    /** The processor is being called, or was called and its verdict is unknown. */
    AUTHORIZING,
    CAPTURED,
    DECLINED,
    /** This order has no captured payment and never will. */
    VOIDED
}
