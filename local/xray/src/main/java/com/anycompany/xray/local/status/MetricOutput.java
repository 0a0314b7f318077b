package com.anycompany.xray.local.status;

import com.anycompany.xray.local.http.ApiException;
import com.anycompany.xray.local.protocol.Output;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Metrics as JSON in the format of Spring Boot's actuator. */
final class MetricOutput {

    private MetricOutput() {}

    static Output names(MeterRegistry registry) {
        Set<String> names = new TreeSet<>();
        registry.getMeters().forEach(meter -> names.add(meter.getId().getName()));
        return new Output().put("names", List.copyOf(names));
    }

    /**
     * The sum of all meters of a name that have the given tags.
     *
     * @param tags such as {@code reason:InvalidName}
     */
    static Output of(MeterRegistry registry, String name, List<String> tags) {
        List<Tag> wanted = parse(tags);
        Collection<Meter> meters = registry.find(name).tags(wanted).meters();
        if (meters.isEmpty()) {
            throw ApiException.notFound("there is no such metric; GET /actuator/metrics lists all", name);
        }
        Meter.Id id = meters.iterator().next().getId();
        return new Output()
                .put("name", name)
                .put("description", id.getDescription())
                .put("baseUnit", id.getBaseUnit())
                .put(
                        "measurements",
                        sums(meters).entrySet(),
                        sum -> new Output()
                                .put("statistic", sum.getKey().name())
                                .put("value", sum.getValue()))
                .put(
                        "availableTags",
                        values(meters, wanted).entrySet(),
                        tag -> new Output().put("tag", tag.getKey()).put("values", List.copyOf(tag.getValue())));
    }

    private static List<Tag> parse(List<String> texts) {
        List<Tag> tags = new ArrayList<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                throw ApiException.invalid("tag must be KEY:VALUE");
            }
            tags.add(Tag.of(text.substring(0, colon), text.substring(colon + 1)));
        }
        return tags;
    }

    private static Map<Statistic, Double> sums(Collection<Meter> meters) {
        Map<Statistic, Double> sums = new EnumMap<>(Statistic.class);
        for (Meter meter : meters) {
            for (Measurement measurement : meter.measure()) {
                sums.merge(measurement.getStatistic(), measurement.getValue(), Double::sum);
            }
        }
        return sums;
    }

    private static Map<String, Set<String>> values(Collection<Meter> meters, List<Tag> wanted) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Meter meter : meters) {
            for (Tag tag : meter.getId().getTags()) {
                if (!wanted.contains(tag)) {
                    values.computeIfAbsent(tag.getKey(), key -> new TreeSet<>()).add(tag.getValue());
                }
            }
        }
        return values;
    }
}
