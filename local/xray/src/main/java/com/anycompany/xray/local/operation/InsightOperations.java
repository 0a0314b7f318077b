package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.graph.ServiceGraph;
import com.anycompany.xray.local.group.Group;
import com.anycompany.xray.local.group.Groups;
import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.insight.ImpactGraph;
import com.anycompany.xray.local.insight.Insight;
import com.anycompany.xray.local.insight.InsightEvent;
import com.anycompany.xray.local.insight.Insights;
import com.anycompany.xray.local.protocol.Input;
import com.anycompany.xray.local.protocol.Operations;
import com.anycompany.xray.local.protocol.Output;
import com.anycompany.xray.local.store.TraceStore;
import java.util.List;

/** GetInsightSummaries, GetInsight, GetInsightEvents and GetInsightImpactGraph. */
public final class InsightOperations {

    private static final int MAX_SUMMARIES = 100;
    private static final int MAX_EVENTS = 50;

    private final Insights insights;
    private final Groups groups;
    private final TraceStore store;

    /** @param states the wanted states; empty for all */
    private record GetInsightSummariesRequest(TimeRange range, Group group, List<String> states, int maxResults) {

        static GetInsightSummariesRequest of(Input input, Groups groups) {
            TimeRange range = TimeRange.of(input);
            Group group = GroupMember.required(input, groups);
            List<String> states = input.texts("States");
            return new GetInsightSummariesRequest(
                    range, group, states, InsightOperations.maxResults(input, MAX_SUMMARIES));
        }

        boolean matches(Insight insight) {
            return insight.groupName().equals(group.name())
                    && insight.touches(range.start(), range.end())
                    && (states.isEmpty() || states.contains(InsightOutput.state(insight)));
        }

        NextToken token() {
            return new NextToken("insights of " + group.name() + range.start() + range.end());
        }
    }

    public InsightOperations(Insights insights, Groups groups, TraceStore store) {
        this.insights = insights;
        this.groups = groups;
        this.store = store;
    }

    public void addTo(Operations operations) {
        operations
                .add("GetInsightSummaries", this::getInsightSummaries)
                .add("GetInsight", this::getInsight)
                .add("GetInsightEvents", this::getInsightEvents)
                .add("GetInsightImpactGraph", this::getInsightImpactGraph);
    }

    /** The latest first: the token is the number of the last insight of the page. */
    private Output getInsightSummaries(Input input) {
        GetInsightSummariesRequest request = GetInsightSummariesRequest.of(input, groups);
        Group group = request.group();
        NextToken token = request.token();
        long below = token.read(input, Long.MAX_VALUE);
        List<Insight> found = insights.all().stream()
                .filter(insight -> insight.number() < below && request.matches(insight))
                .toList();
        List<Insight> page = found.subList(0, Math.min(found.size(), request.maxResults()));
        boolean last = page.size() == found.size();
        return InsightOutput.summaries(
                page, group, last ? null : token.write(page.get(page.size() - 1).number()));
    }

    private static int maxResults(Input input, int most) {
        return (int) input.number("MaxResults", most);
    }

    private Output getInsight(Input input) {
        Insight insight = find(input);
        return InsightOutput.insight(insight, group(insight));
    }

    private Group group(Insight insight) {
        return groups.named(insight.groupName()).orElseThrow(() -> ApiException.invalid("Group not found"));
    }

    private Insight find(Input input) {
        return insights.withId(input.requiredText("InsightId"))
                .orElseThrow(() -> ApiException.invalid("Insight not found"));
    }

    private Output getInsightEvents(Input input) {
        Insight insight = find(input);
        NextToken token = new NextToken("events of " + insight.id());
        List<InsightEvent> events = insight.events();
        int from = (int) Math.min(events.size(), token.read(input, 0));
        int until = Math.min(events.size(), from + maxResults(input, MAX_EVENTS));
        return InsightOutput.events(events.subList(from, until), until == events.size() ? null : token.write(until));
    }

    private Output getInsightImpactGraph(Input input) {
        TimeRange range = TimeRange.ofAtMostSixHours(input);
        NextToken.refuse(input);
        Insight insight = find(input);
        int group = group(insight).number();
        ServiceGraph graph = ImpactGraph.of(insight, store.serviceGraph(group, range.startSecond(), range.endSecond()));
        return InsightOutput.impactGraph(insight, range, graph);
    }
}
