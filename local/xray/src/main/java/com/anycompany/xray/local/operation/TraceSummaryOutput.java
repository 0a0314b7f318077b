package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.segment.Http;
import com.anycompany.xray.local.segment.Outcome;
import com.anycompany.xray.local.store.TraceSnapshot;
import com.anycompany.xray.local.trace.EntityNode;
import com.anycompany.xray.local.trace.NodeId;
import com.anycompany.xray.local.trace.RootCause;
import com.anycompany.xray.local.trace.TraceSummary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trace summaries in the format of GetTraceSummaries. */
final class TraceSummaryOutput {

    private TraceSummaryOutput() {}

    static Output of(TraceSnapshot reading, TraceSummary trace, @Nullable Long matchedMillis) {
        EntityNode root = trace.root();
        return new Output()
                .put("Id", reading.id().toString())
                .put("StartTime", trace.start() / 1e6)
                .put("Duration", seconds(trace.duration()))
                .put("ResponseTime", seconds(trace.responseTime()))
                .put("HasFault", trace.has(Outcome.FAULT))
                .put("HasError", trace.has(Outcome.ERROR))
                .put("HasThrottle", trace.has(Outcome.THROTTLE))
                .put("IsPartial", trace.partial())
                .put("Http", http(root == null ? null : root.entity().http()))
                .put("Annotations", annotations(trace.annotations()))
                .put("Users", trace.users().entrySet(), TraceSummaryOutput::user)
                .put("ServiceIds", trace.services(), ServiceGraphOutput::serviceId)
                .put("ResourceARNs", trace.resourceArns(), arn -> new Output().put("ARN", arn))
                .put("InstanceIds", trace.instanceIds(), id -> new Output().put("Id", id))
                .put("AvailabilityZones", trace.availabilityZones(), zone -> new Output().put("Name", zone))
                .put("EntryPoint", root == null ? null : ServiceGraphOutput.serviceId(root.node()))
                .put("FaultRootCauses", trace.rootCauses().faults(), cause -> cause(cause, false))
                .put("ErrorRootCauses", trace.rootCauses().errors(), cause -> cause(cause, false))
                .put("ResponseTimeRootCauses", trace.rootCauses().responseTimes(), cause -> cause(cause, true))
                .put("Revision", reading.revision())
                .put("MatchedEventTime", matchedMillis == null ? null : (Double) Output.seconds(matchedMillis));
    }

    private static @Nullable Double seconds(@Nullable Long micros) {
        return micros == null ? null : (Double) (Math.round(micros / 1e3) / 1e3);
    }

    private static Output http(@Nullable Http http) {
        return new Output()
                .put("HttpURL", http == null ? null : http.url())
                .put("HttpStatus", http == null || http.status() == 0 ? null : (Integer) http.status())
                .put("HttpMethod", http == null ? null : http.method())
                .put("UserAgent", http == null ? null : http.userAgent())
                .put("ClientIp", http == null ? null : http.clientIp());
    }

    private static Output annotations(Map<String, Map<Object, Set<NodeId>>> annotations) {
        Output output = new Output();
        annotations.forEach((key, values) -> output.put(
                key,
                values.entrySet(),
                value -> new Output()
                        .put("AnnotationValue", annotationValue(value.getKey()))
                        .put("ServiceIds", value.getValue(), ServiceGraphOutput::serviceId)));
        return output;
    }

    private static Output annotationValue(Object value) {
        String member =
                value instanceof Double ? "NumberValue" : value instanceof Boolean ? "BooleanValue" : "StringValue";
        return new Output().put(member, value);
    }

    private static Output user(Map.Entry<String, Set<NodeId>> user) {
        return new Output()
                .put("UserName", user.getKey())
                .put("ServiceIds", user.getValue(), ServiceGraphOutput::serviceId);
    }

    private static Output cause(RootCause cause, boolean times) {
        return new Output()
                .put("Services", cause.services(), service -> service(service, times))
                .put("ClientImpacting", cause.clientImpacting());
    }

    private static Output service(RootCause.Service service, boolean times) {
        return new Output()
                .put("Name", service.id().name())
                .put("Names", List.of(service.id().name()))
                .put("Type", service.id().type())
                .put("AccountId", service.id().accountId())
                .put("EntityPath", service.path(), step -> times ? timedStep(step) : failedStep(step))
                .put("Inferred", service.inferred());
    }

    private static Output timedStep(RootCause.Step step) {
        return new Output()
                .put("Name", step.name())
                .put("Coverage", Math.round(step.coverage() * 1e4) / 1e4)
                .put("Remote", step.remote());
    }

    private static Output failedStep(RootCause.Step step) {
        return new Output()
                .put("Name", step.name())
                .put(
                        "Exceptions",
                        step.exceptions(),
                        thrown -> new Output().put("Name", thrown.type()).put("Message", thrown.message()))
                .put("Remote", step.remote());
    }
}
