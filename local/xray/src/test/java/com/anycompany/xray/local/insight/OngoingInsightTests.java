package com.anycompany.xray.local.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.trace.NodeId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OngoingInsightTests {

    /** Grafana's X-Ray data source cuts a summary at its first full stop (xray-differences B1). */
    @ParameterizedTest
    @CsvSource({"mail, mail failed", "db.example.com:5432, The root cause failed"})
    void summary_isTwoSentences_andHasNoOtherFullStop(String name, String beginning) {
        Incident incident =
                new Incident(new NodeId(name, null, null), List.of(), new Impact(1, 299, 300), new Impact(60, 0, 60));
        OngoingInsight insight = new OngoingInsight(1, "Default", 0, incident);
        insight.observe(0, incident, 1000);
        assertThat(insight.now().summary())
                .startsWith(beginning + " 60 of 60 requests (100 %). ")
                .matches("[^.]+\\. [^.]+\\.");
    }
}
