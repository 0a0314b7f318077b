package com.anycompany.xray.spring;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.SegmentImpl;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.SubsegmentImpl;
import com.amazonaws.xray.entities.ThrowableDescription;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Generator of segments and subsegments that use every field, with odd strings, empty values and objects of any class. */
final class RandomEntities {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "plain",
            "quote \" backslash \\ slash /",
            "line\nbreak\ttab\r\b\f",
            "\u0000\u0001\u001f\u007f\u0080",
            "Grüße, 東京, \u2028",
            "\ud83d\ude00 and a lone \ud83d here",
            "\udc00",
            "a".repeat(700) + "é" + "b".repeat(300));

    private final AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard()
            .withThrowableSerializationStrategy(new ExceptionDescriber())
            .withFastIdGenerator()
            .build();
    private final Random random;

    RandomEntities(long seed) {
        random = new Random(seed);
    }

    Segment segment() {
        SegmentImpl segment = new SegmentImpl(recorder, name());
        fill(segment);
        maybe(() -> segment.setUser(text()));
        maybe(() -> segment.setOrigin("AWS::EKS::Container"));
        maybe(() -> segment.setResourceArn(text()));
        maybe(() -> segment.putService("version", text()));
        maybe(() -> segment.putAllService(map(2)));
        maybe(() -> segment.setParentId(id()));
        addSubsegments(segment, segment, 3);
        return segment;
    }

    /** A subsegment within a segment, for being sent alone. */
    Subsegment subsegment() {
        SegmentImpl segment = new SegmentImpl(recorder, name());
        return addSubsegment(segment, segment, 3);
    }

    private void addSubsegments(Entity parent, Segment segment, int depth) {
        for (int count = depth == 0 ? 0 : random.nextInt(4); count > 0; count--) {
            addSubsegment(parent, segment, depth);
        }
    }

    private Subsegment addSubsegment(Entity parent, Segment segment, int depth) {
        Subsegment subsegment = new SubsegmentImpl(recorder, name(), segment);
        subsegment.setParent(parent);
        parent.addSubsegment(subsegment);
        fill(subsegment);
        maybe(() -> subsegment.setNamespace("remote"));
        maybe(() -> subsegment.addPrecursorId(id()));
        maybe(() -> subsegment.setPrecursorIds(new LinkedHashSet<>(List.of(id(), id()))));
        maybe(() -> subsegment.setParentId(id()));
        addSubsegments(subsegment, segment, depth - 1);
        return subsegment;
    }

    private void fill(Entity entity) {
        if (random.nextInt(4) != 0) {
            entity.setInProgress(false);
            entity.setEndTime(entity.getStartTime() + random.nextInt(5000) / 1000d);
        }
        maybe(() ->
                entity.setStartTime(List.of(0d, 1_795_385_192d, 1_795_385_192.428d, 1_795_385_192.4281234d, -1.5, 1e300)
                        .get(random.nextInt(6))));
        maybe(() -> entity.setFault(true));
        maybe(() -> entity.setError(true));
        maybe(() -> entity.setThrottle(true));
        maybe(() -> entity.setNamespace(text()));
        entries(entity::putHttp);
        entries(entity::putAws);
        entries(entity::putSql);
        entries((key, value) -> entity.putMetadata(random.nextBoolean() ? "default" : name(), key, value));
        maybe(() -> entity.putMetadata("nothing", null));
        maybe(() -> entity.setAws(new AwsBlock(Map.of("table_names", List.of("Orders", "Carts"), "retries", 0))));
        maybe(() -> entity.putAnnotation("text", text()));
        maybe(() -> entity.putAnnotation("number", random.nextInt()));
        maybe(() -> entity.putAnnotation("share", random.nextDouble()));
        maybe(() -> entity.putAnnotation("yes", random.nextBoolean()));
        cause(entity);
    }

    private void cause(Entity entity) {
        switch (random.nextInt(8)) {
            case 0 -> entity.addException(exception(random.nextInt(12)));
            case 1 -> {
                // The second time it is a reference to the first.
                Throwable exception = exception(1);
                entity.getParentSegment().addException(exception);
                entity.addException(exception);
            }
            case 2 -> entity.getCause().setMessage(text());
            case 3 -> entity.getCause().setId(id());
            case 4 -> {
                entity.addException(exception(0));
                entity.getCause().setPaths(List.of(text(), "/app"));
                entity.getCause().setMessage(text());
            }
            case 5 -> {
                ThrowableDescription remote = new ThrowableDescription();
                remote.setId(id());
                remote.setType("com.example.Declined");
                remote.setRemote(true);
                remote.setMessage(text());
                remote.setSkipped(random.nextInt(3));
                remote.setStack(new StackTraceElement[] {new StackTraceElement("A", "b", null, -1)});
                entity.getCause().addException(remote);
            }
            default -> {}
        }
    }

    private Throwable exception(int causes) {
        return new IllegalStateException(
                random.nextBoolean() ? null : text(), causes == 0 ? null : exception(causes - 1));
    }

    private void entries(BiConsumer<String, Object> put) {
        for (int count = random.nextInt(4); count > 0; count--) {
            put.accept(name(), value(3));
        }
    }

    private Object value(int depth) {
        List<Supplier<Object>> kinds = List.of(
                this::text,
                random::nextInt,
                random::nextLong,
                random::nextDouble,
                random::nextFloat,
                random::nextBoolean,
                () -> (short) random.nextInt(),
                () -> (byte) random.nextInt(),
                () -> List.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, Float.NaN)
                        .get(random.nextInt(5)),
                () -> new BigDecimal("1E+3").multiply(BigDecimal.valueOf(random.nextLong(), 3)),
                () -> new BigInteger(120, random),
                () -> depth == 0 ? "" : map(depth - 1),
                () -> depth == 0 ? "" : list(depth - 1),
                () -> depth == 0 ? "" : new TreeMap<>(map(depth - 1)),
                () -> depth == 0 ? "" : Arrays.asList(value(depth - 1), null, ""),
                () -> depth == 0 ? "" : new Object[] {value(depth - 1)},
                () -> new LinkedHashSet<>(List.of("a", 1)),
                List::of,
                Map::of,
                () -> Map.of("empty", Map.of("more", List.of())),
                () -> Map.of(1, "one"),
                () -> Map.of(DayOfWeek.FRIDAY, text()),
                () -> new int[] {1, 2},
                () -> new String[0],
                () -> new AtomicInteger(7),
                () -> TimeUnit.SECONDS,
                () -> 'c',
                () -> new StringBuilder(text()),
                () -> new UUID(random.nextLong(), random.nextLong()),
                () -> new java.util.Date(random.nextInt()),
                () -> new Order("17", List.of(new Line("mug", 2)), null, ""),
                () -> new Nothing(),
                () -> new ValueObject("v" + random.nextInt()),
                () -> new Counters(Map.of("a", 1)),
                () -> new ObjectMapper().createObjectNode().put("tree", 1),
                () -> new ObjectMapper().createArrayNode(),
                () -> new StackTraceElement("A", "b", "A.java", 3));
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = random.nextBoolean() ? new HashMap<>() : new LinkedHashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            map.put(name(), value(depth));
        }
        return map;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            list.add(value(depth));
        }
        return random.nextBoolean() ? list : Collections.unmodifiableList(list);
    }

    private String name() {
        return random.nextInt(9) == 0 ? "Größe \"x\"\n" + random.nextInt(9) : "name" + random.nextInt(9);
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String id() {
        return recorder.getIdGenerator().newEntityId();
    }

    private void maybe(Runnable change) {
        if (random.nextInt(3) == 0) {
            change.run();
        }
    }

    /** An application's object, with names that the SDK's mapper converts. */
    record Order(
            String orderId, List<Line> orderLines, @Nullable String note, String emptyText) {}

    record Line(@JsonProperty("SKU") String sku, int quantity) {}

    static final class Nothing {}

    record ValueObject(@JsonValue String text) {}

    /** A map of the application's own, with a getter that Jackson ignores. */
    @SuppressWarnings("serial")
    static final class Counters extends HashMap<String, Integer> {
        Counters(Map<String, Integer> counts) {
            super(counts);
        }

        public int getTotal() {
            return size();
        }
    }
}
