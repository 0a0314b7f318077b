package com.anycompany.xray.local.robustness;

import com.anycompany.xray.local.Doc;
import java.util.ArrayList;
import java.util.List;

/** Good requests to every operation, for mutators to spoil. */
final class Requests {

    static final List<String> PATHS = List.of(
            "/TraceSegments",
            "/Traces",
            "/TraceSummaries",
            "/ServiceGraph",
            "/TraceGraph",
            "/TimeSeriesServiceStatistics",
            "/TelemetryRecords",
            "/GetSamplingRules",
            "/CreateSamplingRule",
            "/UpdateSamplingRule",
            "/DeleteSamplingRule",
            "/SamplingTargets",
            "/SamplingStatisticSummaries",
            "/Groups",
            "/GetGroup",
            "/CreateGroup",
            "/UpdateGroup",
            "/DeleteGroup",
            "/TagResource",
            "/UntagResource",
            "/ListTagsForResource",
            "/Insight",
            "/InsightSummaries",
            "/InsightEvents",
            "/InsightImpactGraph",
            "/EncryptionConfig",
            "/PutEncryptionConfig",
            "/PutResourcePolicy",
            "/DeleteResourcePolicy",
            "/ListResourcePolicies",
            "/GetIndexingRules",
            "/UpdateIndexingRule",
            "/GetTraceSegmentDestination",
            "/UpdateTraceSegmentDestination",
            "/StartTraceRetrieval",
            "/CancelTraceRetrieval",
            "/ListRetrievedTraces",
            "/GetRetrievedTracesGraph",
            "/local/events",
            "/v1/traces",
            "/nowhere");

    private static final List<String> BODIES = List.of(
            "{\"TraceSegmentDocuments\":[\"{\\\"name\\\":\\\"a\\\"}\",\"\"]}",
            "{\"TraceIds\":[\"" + Doc.TRACE + "\"],\"StartTime\":1480615100,\"EndTime\":1480615300}",
            "{\"StartTime\":1480615100,\"EndTime\":1480615300.5,\"FilterExpression\":\"service(\\\"a\\\") {fault = true}\","
                    + "\"TimeRangeType\":\"Event\",\"Sampling\":true,\"SamplingStrategy\":{\"Name\":\"FixedRate\",\"Value\":0.5},"
                    + "\"NextToken\":\"x\",\"GroupName\":\"Default\"}",
            "{\"StartTime\":1,\"EndTime\":200,\"Period\":60,\"EntitySelectorExpression\":\"edge(\\\"a\\\",\\\"b\\\")\","
                    + "\"ForecastStatistics\":true}",
            "{\"SamplingRule\":{\"RuleName\":\"r\",\"ResourceARN\":\"*\",\"Priority\":1,\"FixedRate\":0.5,\"ReservoirSize\":1,"
                    + "\"ServiceName\":\"*\",\"ServiceType\":\"*\",\"Host\":\"*\",\"HTTPMethod\":\"*\",\"URLPath\":\"*\","
                    + "\"Version\":1,\"Attributes\":{\"k\":\"v\"},\"SamplingRateBoost\":{\"MaxRate\":1,"
                    + "\"CooldownWindowMinutes\":5}}}",
            "{\"SamplingRuleUpdate\":{\"RuleName\":\"r\",\"FixedRate\":0.5,\"ReservoirSize\":1},\"RuleName\":\"r\"}",
            "{\"SamplingStatisticsDocuments\":[{\"RuleName\":\"Default\",\"ClientID\":\"123456789012345678901234\","
                    + "\"Timestamp\":1480615200,\"RequestCount\":1,\"SampledCount\":1,\"BorrowCount\":0}]}",
            "{\"GroupName\":\"g\",\"FilterExpression\":\"annotation.x > 1 OR http.url CONTAINS \\\"y\\\"\","
                    + "\"InsightsConfiguration\":{\"InsightsEnabled\":true,\"NotificationsEnabled\":true},"
                    + "\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}",
            "{\"ResourceARN\":\"arn:aws:xray:us-east-1:000000000000:group/Default\",\"Tags\":[{\"Key\":\"k\","
                    + "\"Value\":\"v\"}],\"TagKeys\":[\"k\"]}",
            "{\"TelemetryRecords\":[{\"Timestamp\":1480615200,\"SegmentsReceivedCount\":1,\"BackendConnectionErrors\":{}}],"
                    + "\"Hostname\":\"h\"}",
            "{\"PolicyName\":\"p\",\"PolicyDocument\":\"{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":"
                    + "\\\"*\\\",\\\"Action\\\":\\\"xray:*\\\",\\\"Resource\\\":\\\"*\\\"}]}\",\"PolicyRevisionId\":\"0\"}",
            "{\"Name\":\"Default\",\"Rule\":{\"Probabilistic\":{\"DesiredSamplingPercentage\":5}},\"Destination\":\"XRay\","
                    + "\"Type\":\"KMS\",\"KeyId\":\"k\"}",
            "{\"InsightId\":\"i\",\"RetrievalToken\":\"t\",\"TraceFormat\":\"OTEL\",\"MaxResults\":5,\"StartTime\":1,"
                    + "\"EndTime\":2,\"States\":[\"ACTIVE\"]}",
            "{\"time\":100,\"type\":\"kill\",\"title\":\"t\",\"detail\":\"d\"}");

    private Requests() {}

    static List<byte[]> bodies() {
        List<byte[]> bodies = new ArrayList<>(Seeds.bytes(BODIES));
        bodies.addAll(Seeds.exports());
        return bodies;
    }
}
