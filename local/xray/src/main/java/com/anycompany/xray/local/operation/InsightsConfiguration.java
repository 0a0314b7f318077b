package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Input;

/** The member {@code InsightsConfiguration} of a request: whether a group has insights and notifications enabled. */
record InsightsConfiguration(boolean enabled, boolean notifies) {

    /** Reads the member; what it omits keeps its previous value. */
    static InsightsConfiguration of(Input input, boolean enabledBefore, boolean notifyBefore) {
        Input wanted = input.object("InsightsConfiguration");
        if (wanted == null) {
            return new InsightsConfiguration(enabledBefore, notifyBefore);
        }
        boolean enabled = wanted.has("InsightsEnabled") ? wanted.flag("InsightsEnabled") : enabledBefore;
        boolean notifies =
                wanted.has("NotificationsEnabled") ? wanted.flag("NotificationsEnabled") : notifyBefore && enabled;
        if (notifies && !enabled) {
            throw ApiException.invalid("NotificationsEnabled needs InsightsEnabled to be true");
        }
        return new InsightsConfiguration(enabled, notifies);
    }
}
