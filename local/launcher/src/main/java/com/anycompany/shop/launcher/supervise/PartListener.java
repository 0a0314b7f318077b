package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.Part;
import java.time.Duration;

/** Listener for the state changes of parts: the terminal, X-Ray Local's event list, a test. */
public interface PartListener {

    /** Ready for the first time. */
    void ready(Part part, Duration took);

    /** Its process has ended, or was ended because it wasn't ready in time; it will be started again after the wait. */
    void died(Part part, String how, Duration wait);

    /** Ready again, this long after its process ended. */
    void recovered(Part part, Duration took);

    /** It isn't started again. */
    void failed(Part part, String how);
}
