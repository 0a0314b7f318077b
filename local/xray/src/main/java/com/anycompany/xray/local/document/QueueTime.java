package com.anycompany.xray.local.document;

import com.anycompany.xray.local.segment.Aws;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import java.util.Map;

/** The subsegment {@code QueueTime} of the inferred segment of an SQS queue. */
final class QueueTime {

    private QueueTime() {}

    static boolean isSend(Entity inferred) {
        Aws aws = inferred.aws();
        return "AWS::SQS::Queue".equals(inferred.origin())
                && aws != null
                && ("SendMessage".equals(aws.operation()) || "SendMessageBatch".equals(aws.operation()));
    }

    static Map<String, Object> subsegment(Entity inferred) {
        return Map.of(
                "id",
                EntityId.toHex(~inferred.id()),
                "name",
                "QueueTime",
                "start_time",
                inferred.start() / 1e6,
                "end_time",
                inferred.end() / 1e6);
    }
}
