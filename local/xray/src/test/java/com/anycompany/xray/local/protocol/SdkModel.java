package com.anycompany.xray.local.protocol;

import com.anycompany.xray.local.protocol.ServiceModel.OperationModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.XRayRequest;
import software.amazon.awssdk.utils.builder.Buildable;

/** The AWS SDK's requests, by the metadata of their fields: what they contain, and how to make and send one. */
final class SdkModel {

    private SdkModel() {}

    /** Null for X-Ray Local's own operations. */
    static @Nullable Method method(OperationModel operation) {
        return Arrays.stream(XRayClient.class.getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(operation.name()))
                .filter(method -> method.getParameterCount() == 1
                        && XRayRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .findAny()
                .orElse(null);
    }

    static SdkPojo builder(Method method) {
        try {
            return (SdkPojo) method.getParameterTypes()[0].getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the client knows the member with which a path begins. */
    static boolean knows(Method method, String path) {
        return builder(method).sdkFields().stream()
                .anyMatch(field -> field.locationName().equalsIgnoreCase(path.split("\\.", -1)[0]));
    }

    /** Sends a request with these members; throws what the client throws. */
    static void call(XRayClient client, Method method, Map<?, ?> members) throws Throwable {
        try {
            method.invoke(client, built(builder(method), members));
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static Object built(SdkPojo builder, Map<?, ?> members) {
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = members.get(field.locationName());
            if (value != null) {
                field.set(builder, sdkValue(field, value));
            }
        }
        return ((Buildable) builder).build();
    }

    private static Object sdkValue(SdkField<?> field, Object value) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return built(field.constructor().get(), (Map<?, ?>) value);
        }
        if (type == MarshallingType.LIST) {
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> list = new ArrayList<>();
            ((List<?>) value).forEach(each -> list.add(sdkValue(element, each)));
            return list;
        }
        if (type == MarshallingType.MAP) {
            SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<Object, Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, each) -> map.put(key, sdkValue(element, each)));
            return map;
        }
        return sdkScalar(type, value);
    }

    private static Object sdkScalar(MarshallingType<?> type, Object value) {
        if (type == MarshallingType.INTEGER) {
            return ((Number) value).intValue();
        }
        if (type == MarshallingType.DOUBLE) {
            return ((Number) value).doubleValue();
        }
        return type == MarshallingType.INSTANT ? Instant.ofEpochSecond(((Number) value).longValue()) : value;
    }
}
