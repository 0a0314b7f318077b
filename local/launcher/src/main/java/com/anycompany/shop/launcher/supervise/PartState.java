package com.anycompany.shop.launcher.supervise;

/**
 * State of a part:
 *
 * <pre>
 * IDLE ─▶ STARTING ─▶ READY ─▶ BACKING_OFF ─▶ STARTING …
 *            │  ▲                  ▲
 *            │  └──────────────────┤ (died while starting, or wasn't ready in time)
 *            └─▶ FAILED            │ (the foundation only: without it nothing else is started)
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
