package com.anycompany.xray.local.protocol;

/**
 * Operation of the X-Ray API.
 *
 * @param name as in the API reference, such as {@code GetServiceGraph}
 * @param path as in the API's model, such as {@code /ServiceGraph}
 * @param changesConfiguration whether its calls are persisted in the configuration journal
 */
public record Operation(String name, String path, boolean changesConfiguration, Handler handler) {

    /** Implementation of an operation. */
    @FunctionalInterface
    public interface Handler {

        /** @throws com.anycompany.xray.local.http.ApiException if the input is invalid */
        Output call(Input input);
    }

    public Output call(Input input) {
        return handler.call(input);
    }
}
