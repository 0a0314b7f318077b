package com.anycompany.shop.launcher.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One process of the shop: what to run and how to check that it is ready. A part without a port (the background shoppers)
 * is ready as soon as it runs.
 *
 * @param name its name in commands: {@code xray}
 * @param app the name of its jar: {@code xray-local}
 * @param module the folder that Maven builds it in: {@code local/xray}
 * @param jvmFlags flags of its JVM besides those of all parts
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
        List<String> arguments,
        List<String> jvmFlags) {

    /** A part that runs with the flags of all parts alone. */
    public Part(
            String name,
            String app,
            String module,
            Stage stage,
            @Nullable Integer port,
            String healthPath,
            int heapMegabytes,
            Map<String, String> environment,
            List<String> arguments) {
        this(name, app, module, stage, port, healthPath, heapMegabytes, environment, arguments, List.of());
    }

    /** The order of the start; the parts of a stage start together. They are stopped in reverse order. */
    public enum Stage {
        FOUNDATION,
        /** What the first pages need: on two processors they open sooner if the other services start later. */
        STOREFRONT,
        SERVICES,
        SHOPPERS
    }

    /** A copy with additional arguments. */
    public Part with(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new Part(name, app, module, stage, port, healthPath, heapMegabytes, environment, all, jvmFlags);
    }

    /** The names of the parts without which this one can't become ready. */
    public List<String> needs() {
        return switch (stage) {
            case FOUNDATION -> List.of();
            case STOREFRONT, SERVICES -> List.of("dynamodb");
            case SHOPPERS -> List.of("frontend");
        };
    }

    /** The port of the health address: services answer it on their management port. Null for a part without a port. */
    public @Nullable Integer healthPort() {
        if (port == null || !isService()) {
            return port;
        }
        return Ports.management(port);
    }

    public boolean isService() {
        return stage == Stage.STOREFRONT || stage == Stage.SERVICES;
    }
}
