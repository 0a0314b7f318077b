package com.anycompany.shop.launcher.supervise;

/**
 * Where a part is in its life:
 *
 * <pre>
 * IDLE ─▶ STARTING ─▶ READY ─▶ BACKING_OFF ─▶ STARTING …
 *            │  ▲                  ▲
 *            │  └──────────────────┤ (died while starting)
 *            └─▶ FAILED            │
 * any ─▶ STOPPED
 * </pre>
 */
enum PartState {
    IDLE,
    STARTING,
    READY,
    BACKING_OFF,
    FAILED,
    STOPPED
}
