package com.anycompany.shop.launcher.supervise;

/**
 * State of a part:
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
