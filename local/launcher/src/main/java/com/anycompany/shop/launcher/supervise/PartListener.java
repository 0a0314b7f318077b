package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.Part;
import java.time.Duration;

/** Hears what happens to the parts: the terminal, X-Ray Local's event list, a test. */
public interface PartListener {

    /** Ready for the first time. */
    void ready(Part part, Duration took);

    /** Gone; it will be started again after the wait. */
    void died(Part part, String how, Duration wait);

    /** Ready again, this long after it was lost. */
    void recovered(Part part, Duration took);

    /** Given up. */
    void failed(Part part, String how);
}
