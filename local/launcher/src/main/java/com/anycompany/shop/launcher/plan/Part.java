package com.anycompany.shop.launcher.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One process of the shop: what to run and how to see that it is ready. A part without a port (the background shoppers)
 * is ready as soon as it runs.
 *
 * @param name what people call it: {@code xray}
 * @param app the name of its jar: {@code xray-local}
 * @param module the folder that Maven builds it in: {@code local/xray}
 */
public record Part(
        String name,
        String app,
        String module,
        Stage stage,
        @Nullable Integer port,
        String healthPath,
        int heapMegabytes,
        Map<String, String> environment,
        List<String> arguments) {

    /** The order of the start; within a stage everything starts at once. Stopping goes the other way. */
    public enum Stage {
        FOUNDATION,
        /** What the first pages need: on two cores they open sooner when the other services wait their turn. */
        STOREFRONT,
        SERVICES,
        SHOPPERS
    }

    /** The same part with more arguments. */
    public Part with(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new Part(name, app, module, stage, port, healthPath, heapMegabytes, environment, all);
    }

    public boolean isService() {
        return stage == Stage.STOREFRONT || stage == Stage.SERVICES;
    }
}
