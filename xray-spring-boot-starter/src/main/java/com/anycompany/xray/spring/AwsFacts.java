package com.anycompany.xray.spring;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * A subsegment's {@code aws} block that takes the AWS SDK's own objects, which the X-Ray SDK would write as <code>{}</code>.
 *
 * <pre>
 * ConsumedCapacity(TableName=Carts, CapacityUnits=0.5)  →  {"table_name": "Carts", "capacity_units": 0.5}
 * </pre>
 */
@SuppressWarnings("serial") // It is written as JSON only.
final class AwsFacts extends ConcurrentHashMap<String, Object> {

    AwsFacts(Map<String, Object> facts) {
        putAll(facts);
    }

    @Override
    public Object put(String key, Object value) {
        return super.put(key, plain(value));
    }

    @Override
    public void putAll(Map<? extends String, ?> facts) {
        facts.forEach(this::put);
    }

    private static Object plain(Object value) {
        if (value instanceof SdkPojo pojo) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (SdkField<?> field : pojo.sdkFields()) {
                Object content = field.getValueOrDefault(pojo);
                if (content != null
                        && !(content instanceof SdkAutoConstructMap)
                        && !(content instanceof SdkAutoConstructList)) {
                    fields.put(snakeCase(field.memberName()), plain(content));
                }
            }
            return fields;
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(AwsFacts::plain).toList();
        }
        return value;
    }

    private static String snakeCase(String member) {
        return member.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
