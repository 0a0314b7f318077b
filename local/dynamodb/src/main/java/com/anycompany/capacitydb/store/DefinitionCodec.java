package com.anycompany.capacitydb.store;

import com.anycompany.capacitydb.table.IndexDefinition;
import com.anycompany.capacitydb.table.IndexProjection;
import com.anycompany.capacitydb.table.KeyAttribute;
import com.anycompany.capacitydb.table.KeySchema;
import com.anycompany.capacitydb.table.ServiceSettings;
import com.anycompany.capacitydb.table.TableDefinition;
import com.anycompany.capacitydb.table.TableSettings;
import com.anycompany.capacitydb.table.TableSettings.StreamView;
import com.anycompany.capacitydb.table.Throughput;
import com.anycompany.capacitydb.table.UnitRates;
import com.anycompany.capacitydb.value.AttributeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Binary form of table definitions. */
final class DefinitionCodec {

    private DefinitionCodec() {}

    static void put(Encoder out, TableDefinition table) {
        out.putText(table.name());
        out.putText(table.id());
        putInstant(out, table.created());
        putKeys(out, table.keys());
        putThroughput(out, table.throughput());
        putSettings(out, table.settings());
        out.putLength(table.indexes().size());
        table.indexes().forEach(index -> putIndex(out, index));
        putLimits(out, table.throughput());
        table.indexes().forEach(index -> putLimits(out, index.throughput()));
        ServiceSettingsCodec.put(out, table.settings().services());
    }

    static TableDefinition get(Decoder in) {
        TableDefinition plain = getPlain(in);
        Throughput throughput = getLimits(in, plain.throughput());
        List<IndexDefinition> indexes = new ArrayList<>();
        plain.indexes().forEach(index -> indexes.add(index.with(getLimits(in, index.throughput()))));
        return plain.with(throughput).with(indexes).with(plain.settings().withServices(ServiceSettingsCodec.get(in)));
    }

    /** Without what follows the indexes. */
    static TableDefinition getPlain(Decoder in) {
        String name = in.getText();
        String id = in.getText();
        Instant created = Instant.ofEpochMilli(in.getLong());
        KeySchema keys = getKeys(in);
        Throughput throughput = getThroughput(in);
        TableSettings settings = getSettings(in);
        List<IndexDefinition> indexes = getList(in, () -> getIndex(in, keys));
        return new TableDefinition(name, id, created, keys, indexes, throughput, settings);
    }

    private static void putIndex(Encoder out, IndexDefinition index) {
        out.putText(index.name());
        out.putByte(index.global() ? 1 : 0);
        putKeys(out, index.keys());
        out.putText(index.projection().kind().name());
        out.putLength(index.projection().nonKeyAttributes().size());
        index.projection().nonKeyAttributes().forEach(out::putText);
        putThroughput(out, index.throughput());
    }

    private static IndexDefinition getIndex(Decoder in, KeySchema tableKeys) {
        String name = in.getText();
        boolean global = in.getByte() == 1;
        KeySchema keys = getKeys(in);
        IndexProjection.Kind kind = IndexProjection.Kind.valueOf(in.getText());
        IndexProjection projection = new IndexProjection(kind, getList(in, in::getText));
        return new IndexDefinition(name, global, keys, tableKeys, projection, getThroughput(in));
    }

    private static void putKeys(Encoder out, KeySchema keys) {
        putAttributes(out, keys.hash());
        putAttributes(out, keys.range());
    }

    private static KeySchema getKeys(Decoder in) {
        List<KeyAttribute> hash = getAttributes(in);
        return new KeySchema(hash, getAttributes(in));
    }

    private static void putAttributes(Encoder out, List<KeyAttribute> attributes) {
        out.putLength(attributes.size());
        attributes.forEach(attribute -> {
            out.putText(attribute.name());
            out.putText(attribute.type().name());
        });
    }

    private static List<KeyAttribute> getAttributes(Decoder in) {
        return getList(in, () -> new KeyAttribute(in.getText(), AttributeType.valueOf(in.getText())));
    }

    private static void putThroughput(Encoder out, Throughput throughput) {
        out.putLong(throughput.read());
        out.putLong(throughput.write());
        putInstant(out, throughput.increased());
        putInstant(out, throughput.decreased());
        out.putLong(throughput.decreasesToday());
    }

    private static Throughput getThroughput(Decoder in) {
        long read = in.getLong();
        long write = in.getLong();
        UnitRates warm = read == 0 ? Throughput.WARM_ON_DEMAND : new UnitRates(read, write);
        return new Throughput(read, write, getInstant(in), getInstant(in), in.getLong(), UnitRates.NONE, warm);
    }

    private static void putLimits(Encoder out, Throughput throughput) {
        putRates(out, throughput.maximum());
        putRates(out, throughput.warm());
    }

    private static Throughput getLimits(Decoder in, Throughput throughput) {
        return throughput.withMaximum(getRates(in)).withWarm(getRates(in));
    }

    private static void putRates(Encoder out, UnitRates rates) {
        out.putLong(rates.read());
        out.putLong(rates.write());
    }

    private static UnitRates getRates(Decoder in) {
        return new UnitRates(in.getLong(), in.getLong());
    }

    private static void putSettings(Encoder out, TableSettings settings) {
        out.putByte(settings.perRequest() ? 1 : 0);
        out.putLong(settings.switchedAt());
        out.putByte(settings.deletionProtected() ? 1 : 0);
        out.putText(settings.tableClass());
        putOptional(out, settings.timeToLive());
        putOptional(out, settings.stream() == null ? null : settings.stream().name());
        putOptional(out, settings.streamLabel());
        out.putLength(settings.tags().size());
        settings.tags().forEach((key, value) -> {
            out.putText(key);
            out.putText(value);
        });
    }

    private static TableSettings getSettings(Decoder in) {
        boolean perRequest = in.getByte() == 1;
        long switchedAt = in.getLong();
        boolean deletionProtected = in.getByte() == 1;
        String tableClass = in.getText();
        String timeToLive = getOptional(in);
        String stream = getOptional(in);
        String streamLabel = getOptional(in);
        Map<String, String> tags = new LinkedHashMap<>();
        int count = in.getLength();
        for (int i = 0; i < count; i++) {
            tags.put(in.getText(), in.getText());
        }
        return new TableSettings(
                perRequest,
                switchedAt,
                deletionProtected,
                tableClass,
                timeToLive,
                stream == null ? null : StreamView.valueOf(stream),
                streamLabel,
                tags,
                ServiceSettings.DEFAULT);
    }

    private static void putInstant(Encoder out, @Nullable Instant instant) {
        out.putLong(instant == null ? 0 : instant.toEpochMilli());
    }

    private static @Nullable Instant getInstant(Decoder in) {
        long millis = in.getLong();
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    static void putOptional(Encoder out, @Nullable String text) {
        out.putByte(text == null ? 0 : 1);
        if (text != null) {
            out.putText(text);
        }
    }

    static @Nullable String getOptional(Decoder in) {
        return in.getByte() == 0 ? null : in.getText();
    }

    private static <T> List<T> getList(Decoder in, Supplier<T> get) {
        int size = in.getLength();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(get.get());
        }
        return all;
    }
}
