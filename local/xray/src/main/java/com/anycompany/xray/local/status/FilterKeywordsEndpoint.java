package com.anycompany.xray.local.status;

import com.anycompany.xray.local.filter.Completion;
import com.anycompany.xray.local.filter.FilterLanguage;
import com.anycompany.xray.local.http.Endpoint;
import com.anycompany.xray.local.http.HttpRequest;
import com.anycompany.xray.local.http.HttpResponse;
import com.anycompany.xray.local.protocol.Output;

/** {@code /local/filter-keywords}: the completions that the console offers in filter expressions. */
public final class FilterKeywordsEndpoint implements Endpoint {

    @Override
    public boolean serves(String method, String path) {
        return path.equals("/local/filter-keywords") && (method.equals("GET") || method.equals("HEAD"));
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        Output output = new Output().put("keywords", FilterLanguage.completions(), FilterKeywordsEndpoint::output);
        return HttpResponse.json(output.json()).uncached();
    }

    private static Output output(Completion completion) {
        return new Output().put("text", completion.text()).put("description", completion.description());
    }
}
