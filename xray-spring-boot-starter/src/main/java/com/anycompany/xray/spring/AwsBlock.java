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
 * The {@code aws} block of a subsegment: converts the AWS SDK's objects to maps, because the X-Ray SDK would write them as
 * <code>{}</code>.
 *
 * <pre>
 * ConsumedCapacity(TableName=Carts, CapacityUnits=0.5)  →  {"table_name": "Carts", "capacity_units": 0.5}
 * </pre>
 */
@SuppressWarnings("serial") // It is serialised as JSON only.
final class AwsBlock extends ConcurrentHashMap<String, Object> {

    AwsBlock(Map<String, Object> entries) {
        putAll(entries);
    }

    @Override
    public Object put(String key, Object value) {
        return super.put(key, plain(value));
    }

    @Override
    public void putAll(Map<? extends String, ?> entries) {
        entries.forEach(this::put);
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
            return items.stream().map(AwsBlock::plain).toList();
        }
        return value;
    }

    private static String snakeCase(String member) {
        return member.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
