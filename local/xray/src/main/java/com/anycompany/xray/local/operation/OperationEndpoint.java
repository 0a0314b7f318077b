package com.anycompany.xray.local.operation;

import com.anycompany.xray.local.config.ConfigurationJournal;
import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.protocol.Operation;
import com.anycompany.xray.local.protocol.Operations;

/** The X-Ray API: one path per operation, always with POST. */
public final class OperationEndpoint implements Endpoint {

    private final Operations operations;
    private final ConfigurationJournal journal;

    public OperationEndpoint(Operations operations, ConfigurationJournal journal) {
        this.operations = operations;
        this.journal = journal;
    }

    @Override
    public boolean serves(String method, String path) {
        return operations.at(path) != null;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        Operation operation = operations.at(request.path());
        return operation == null || !request.method().equals("POST")
                ? HttpResponse.methodNotAllowed(request)
                : HttpResponse.json(
                        journal.call(operation, operation.input(request.body())).json());
    }
}
