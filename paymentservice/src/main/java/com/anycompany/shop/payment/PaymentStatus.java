package com.anycompany.shop.payment;

/**
 * Where a payment stands. Only {@link #CAPTURED} means that money was taken; {@link #VOIDED} is final.
 *
 * <pre>
 *            ┌──────────────▶ DECLINED ──┐
 * (none) ─▶ AUTHORIZING ────▶ CAPTURED ──┼─▶ VOIDED
 *    │       ↺ taken up again by a repeat│      ▲
 *    └──────────── void before any payment ─────┘
 * </pre>
 */
enum PaymentStatus {
    /** The processor is being asked, or was asked and its answer is unknown. */
    AUTHORIZING,
    CAPTURED,
    DECLINED,
    /** This order holds no captured payment and never will. */
    VOIDED
}
