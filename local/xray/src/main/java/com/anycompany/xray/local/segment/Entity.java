package com.anycompany.xray.local.segment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A segment or subsegment as far as X-Ray understands it; metadata and stacks stay in the stored document.
 * Times are microseconds since the epoch.
 *
 * @param parentId 0 when there is none
 * @param end {@link #IN_PROGRESS} while it runs
 * @param causeId the exception elsewhere in the trace that a {@code cause} refers to, by its own id or by that of the entity that
 *     declares it; 0 if it refers to none
 * @param traced whether the callee is expected to report itself
 */
public record Entity(
        long id,
        long parentId,
        String name,
        long start,
        long end,
        Outcome outcome,
        @Nullable String namespace,
        @Nullable String origin,
        @Nullable String resourceArn,
        @Nullable String user,
        @Nullable Http http,
        @Nullable Aws aws,
        boolean sql,
        Map<String, Object> annotations,
        List<Thrown> exceptions,
        long causeId,
        List<Link> links,
        boolean traced,
        List<Entity> subsegments) {

    public static final long IN_PROGRESS = -1;

    /** The account that X-Ray Local belongs to, as far as its clients can see. */
    public static final String OWN_ACCOUNT = "000000000000";

    public boolean inProgress() {
        return end == IN_PROGRESS;
    }

    /** How long it took; a clock that jumped back makes it 0. */
    public long micros() {
        return inProgress() ? 0 : Math.max(0, end - start);
    }

    /** Whether it calls something outside of its service. */
    public boolean isCall() {
        return "aws".equals(namespace) || "remote".equals(namespace);
    }

    /** Another account than X-Ray Local's own, which AWS reports as null; null if there is none. */
    public @Nullable String accountId() {
        String account = aws == null ? null : aws.accountId();
        return account == null || account.isEmpty() || account.equals(OWN_ACCOUNT) ? null : account;
    }
}
