package com.anycompany.xray.local.filter;

import com.anycompany.xray.local.parse.InvalidDocument;
import com.anycompany.xray.local.parse.JacksonParser;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.trace.AssembledTrace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a trace in the order in which one would say it: {@code segment("web").took(2).calls(segment("api").status(503))}.
 * Members of a document that have no method are given as JSON in single quotes.
 */
final class Told {

    private static final String TRACE_ID = "1-5759e988-bd862e3fe1be46a994272793";

    private static long ids = 0x1000;

    private final String id = String.format("%016x", ids++);
    private final StringBuilder members = new StringBuilder();
    private final List<String> subsegments = new ArrayList<>();
    private final List<Told> callees = new ArrayList<>();
    private double seconds = 1;
    private String parentId = "";

    private Told(String name) {
        with("'name': '" + name + "'");
    }

    static Told segment(String name) {
        return new Told(name);
    }

    Told took(double length) {
        seconds = length;
        return this;
    }

    Told with(String json) {
        members.append(", ").append(json);
        return this;
    }

    Told status(int status) {
        return with("'http': {'request': {}, 'response': {'status': " + status + "}}");
    }

    Told annotated(String json) {
        return with("'annotations': {" + json + "}");
    }

    /** A remote call that {@code callee} answers; the caller sees its status unless told otherwise. */
    Told calls(Told callee, double length, String json) {
        Told call = new Told(callee.name()).took(length).with("'namespace': 'remote'");
        if (!json.isEmpty()) {
            call.with(json);
        }
        subsegments.add(call.json(false));
        callee.parentId = call.id;
        callees.add(callee);
        return this;
    }

    Told calls(Told callee) {
        return calls(callee, callee.seconds, "");
    }

    /** A call of an AWS service, or of a service that sends no segments. */
    Told invokes(String name, String namespace, double length, String json) {
        subsegments.add(new Told(name)
                .took(length)
                .with("'namespace': '" + namespace + "'" + (json.isEmpty() ? "" : ", " + json))
                .json(false));
        return this;
    }

    Told reads(String table, double length, String json) {
        return invokes(
                "DynamoDB",
                "aws",
                length,
                "'aws': {'operation': 'GetItem', 'table_name': '" + table + "'}" + (json.isEmpty() ? "" : ", " + json));
    }

    /** Local work with a name of its own. */
    Told does(String name, double length, String json) {
        subsegments.add(new Told(name).took(length).with(json).json(false));
        return this;
    }

    AssembledTrace trace() {
        List<ParsedDocument> parts = new ArrayList<>();
        addTo(parts);
        return AssembledTrace.of(parts);
    }

    private void addTo(List<ParsedDocument> parts) {
        try {
            byte[] json = json(true).getBytes(StandardCharsets.UTF_8);
            JacksonParser parser = new JacksonParser();
            parser.validate(json, 0, json.length);
            parts.add(parser.parse(json, 0, json.length, 0));
        } catch (InvalidDocument e) {
            throw new IllegalArgumentException(e.getMessage() + ": " + json(true), e);
        }
        callees.forEach(callee -> callee.addTo(parts));
    }

    private String name() {
        String text = members.toString();
        return text.substring(text.indexOf(": '") + 3, text.indexOf('\'', text.indexOf(": '") + 3));
    }

    private String json(boolean segment) {
        boolean open = members.indexOf("in_progress") >= 0;
        String text = "{'id': '" + id + "', 'start_time': 1465510280" + (open ? "" : ", 'end_time': " + end())
                + (segment ? ", 'trace_id': '" + TRACE_ID + "'" : "")
                + (parentId.isEmpty() ? "" : ", 'parent_id': '" + parentId + "'")
                + members
                + ", 'subsegments': [" + String.join(", ", subsegments).replace('"', '\'') + "]}";
        return text.replace('\'', '"');
    }

    private String end() {
        return String.format(java.util.Locale.ROOT, "%.6f", 1465510280 + seconds);
    }
}
