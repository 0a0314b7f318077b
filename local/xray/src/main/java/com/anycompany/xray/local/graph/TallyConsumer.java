package com.anycompany.xray.local.graph;

/** Consumer of what was observed in a period: whole sums, or single observations where the period divides a minute. */
interface TallyConsumer {

    void add(int key, Tally tally);

    void add(Observations.Reading each);
}
