package com.anycompany.xray.local.protocol;

import com.anycompany.xray.local.protocol.ServiceModel.OperationModel;

/** Operation of the X-Ray API. */
public final class Operation {

    private final OperationModel model;
    private final boolean changesConfiguration;
    private final Handler handler;

    /** Implementation of an operation. */
    @FunctionalInterface
    public interface Handler {

        /** @throws com.anycompany.xray.local.http.ApiException if the input is invalid */
        Output call(Input input);
    }

    Operation(OperationModel model, boolean changesConfiguration, Handler handler) {
        this.model = model;
        this.changesConfiguration = changesConfiguration;
        this.handler = handler;
    }

    /** As in the API reference, such as {@code GetServiceGraph}. */
    public String name() {
        return model.name();
    }

    /** As in the service model, such as {@code /ServiceGraph}. */
    public String path() {
        return model.path();
    }

    /** Whether its calls are persisted in the configuration journal. */
    public boolean changesConfiguration() {
        return changesConfiguration;
    }

    /** The input in the body of a request, which is validated against the service model when it is read. */
    public Input input(byte[] body) {
        return Input.of(body, model.input());
    }

    public Output call(Input input) {
        return handler.call(input);
    }
}
