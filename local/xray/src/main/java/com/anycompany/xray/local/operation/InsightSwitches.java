package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.ApiException;
import com.anycompany.xray.local.protocol.Input;

/** Whether a group's faults are watched, and whether somebody shall hear of it. */
record InsightSwitches(boolean enabled, boolean notifies) {

    /** What a request wants; what it doesn't mention stays as it was. */
    static InsightSwitches of(Input input, boolean enabledBefore, boolean notifyBefore) {
        Input wanted = input.object("InsightsConfiguration");
        if (wanted == null) {
            return new InsightSwitches(enabledBefore, notifyBefore);
        }
        boolean enabled = wanted.has("InsightsEnabled") ? wanted.flag("InsightsEnabled") : enabledBefore;
        boolean notifies =
                wanted.has("NotificationsEnabled") ? wanted.flag("NotificationsEnabled") : notifyBefore && enabled;
        if (notifies && !enabled) {
            throw ApiException.invalid("NotificationsEnabled needs InsightsEnabled to be true");
        }
        return new InsightSwitches(enabled, notifies);
    }
}
