package com.anycompany.xray.local.document;

import com.anycompany.xray.local.json.Json;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.ParsedDocument;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.StoredDocument;
import com.anycompany.xray.local.trace.EntityNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writer of a trace's documents in the form in which X-Ray returns them: independent subsegments nested in their parents, without
 * {@code traced} and empty stacks, and one document for each inferred segment.
 *
 * <p>Reported documents are copied in long runs of bytes and not parsed: traces are requested too rarely for the JVM to compile a
 * parser and a generator well. For the same reason, {@link JsonCursor#skip} and {@link JsonBuffer#escape} have few call sites:
 * the compiler inlines them into each.
 */
final class DocumentWriter {

    /** The maximum depth. Deeper subsegments are omitted, because parsers are recursive. */
    private static final int MAX_LEVELS = 100;

    private static final Set<String> OF_THE_SEGMENT = Set.of("type", "parent_id", "trace_id");
    private static final Set<String> OF_THE_ANSWER = Set.of("error", "fault", "throttle", "http", "aws");

    private final TraceId trace;
    private final byte[] traceId;
    private final Map<Entity, StoredDocument> stored = new IdentityHashMap<>();
    private final JsonBuffer out;

    /** The members of calls that describe the response, by the inferred segment of the callee and by name. */
    private final Map<EntityNode, Map<String, Member>> answers = new HashMap<>();

    private boolean cut;

    /** The position of a member in a document that has been copied. */
    private record Member(JsonCursor in, int begin, int value) {}

    /** @param documents the trace's documents, in the order of {@code parts} */
    DocumentWriter(TraceId trace, List<ParsedDocument> parts, List<StoredDocument> documents, JsonBuffer out) {
        this.trace = trace;
        this.out = out;
        this.traceId = ('"' + trace.toString() + '"').getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < parts.size(); i++) {
            stored.put(parts.get(i).entity(), documents.get(i));
        }
    }

    /** Whether a subsegment was omitted because of its depth. */
    boolean cut() {
        return cut;
    }

    /** Writes the document of a segment as the content of a JSON string. Callers come before inferred segments. */
    void write(EntityNode segment) {
        if (segment.isInferred()) {
            writeInferred(segment);
        } else {
            copyDocument(segment, 0);
        }
    }

    private void copyDocument(EntityNode node, int level) {
        StoredDocument document = stored.get(node.entity());
        if (document == null) {
            throw new IllegalStateException(
                    "no document holds " + EntityId.toHex(node.entity().id()));
        }
        JsonCursor in = JsonCursor.over(document.bytes(), "traced", "stack");
        copyEntity(in, node, level);
        in.copyUntilHere(out);
    }

    /** @param node the entity; null if an earlier member of the same name has been it */
    private void copyEntity(JsonCursor in, @Nullable EntityNode node, int level) {
        EntityNode inferred = node == null ? null : inferredCallee(node);
        EntityNode rest = node;
        while (in.nextMember()) {
            String name = in.name();
            if (name.equals("subsegments") && in.atArray()) {
                copySubsegments(in, rest, level + 1);
                rest = null;
            } else if (name.equals("subsegments") || level > 0 && OF_THE_SEGMENT.contains(name)) {
                in.leaveOut(out);
            } else {
                Member member = new Member(in, in.member(), in.value());
                copyMember(in, name);
                if (name.equals("trace_id")) {
                    in.replace(member.value, traceId, out);
                } else if (inferred != null && OF_THE_ANSWER.contains(name) && !in.isNull(member.value)) {
                    answers.computeIfAbsent(inferred, segment -> new LinkedHashMap<>())
                            .put(name, member);
                }
            }
        }
        if (rest != null && !rest.subsegments().isEmpty()) {
            in.copyUntilBracket(out);
            out.separate().escape("\"subsegments\":[");
            copyIndependent(rest, 0, level + 1);
            out.escape("]");
        }
    }

    /** Inline subsegments come first in a node, in the order of the document. */
    private void copySubsegments(JsonCursor in, @Nullable EntityNode node, int level) {
        List<EntityNode> nodes = node == null ? List.of() : node.subsegments();
        int inline = 0;
        while (in.nextElement()) {
            copyEntity(in, inline < nodes.size() ? nodes.get(inline) : null, level);
            inline++;
        }
        if (node != null && inline < nodes.size()) {
            in.copyUntilBracket(out);
            copyIndependent(node, inline, level);
        }
    }

    private void copyIndependent(EntityNode node, int from, int level) {
        List<EntityNode> nodes = node.subsegments();
        boolean tooDeep = level > MAX_LEVELS;
        cut |= tooDeep && from < nodes.size();
        for (int i = from; i < nodes.size() && !tooDeep; i++) {
            out.separate();
            copyDocument(nodes.get(i), level);
        }
    }

    private void copyMember(JsonCursor in, String name) {
        if (in.mentions() && name.equals("http") && in.atObject()) {
            copyHttp(in);
        } else if (in.mentions() && name.equals("cause") && in.atObject()) {
            copyCause(in);
        } else {
            in.skip();
        }
    }

    private void copyHttp(JsonCursor in) {
        while (in.nextMember()) {
            if (in.atObject() && in.name().equals("request")) {
                while (in.nextMember()) {
                    copyUnless(in.name().equals("traced"), in);
                }
            } else {
                in.skip();
            }
        }
    }

    private void copyCause(JsonCursor in) {
        while (in.nextMember()) {
            if (in.atArray() && in.name().equals("exceptions")) {
                copyExceptions(in);
            } else {
                in.skip();
            }
        }
    }

    private void copyExceptions(JsonCursor in) {
        while (in.nextElement()) {
            if (in.atObject()) {
                while (in.nextMember()) {
                    copyUnless(in.atEmptyArray() && in.name().equals("stack"), in);
                }
            } else {
                in.skip();
            }
        }
    }

    private void copyUnless(boolean hidden, JsonCursor in) {
        if (hidden) {
            in.leaveOut(out);
        } else {
            in.skip();
        }
    }

    private static @Nullable EntityNode inferredCallee(EntityNode call) {
        for (EntityNode callee : call.callees()) {
            if (callee.isInferred()) {
                return callee;
            }
        }
        return null;
    }

    private void writeInferred(EntityNode node) {
        Entity entity = node.entity();
        out.escape("{\"id\":\"" + EntityId.toHex(entity.id())
                + "\",\"name\":" + quoted(entity.name())
                + ",\"start_time\":" + seconds(entity.start())
                + ",\"trace_id\":\"" + trace
                + "\",\"end_time\":" + seconds(entity.end())
                + ",\"parent_id\":\"" + EntityId.toHex(entity.parentId())
                + "\",\"inferred\":true");
        answers.getOrDefault(node, Map.of()).forEach((name, member) -> {
            out.separate();
            member.in.goBack(member.begin, member.value);
            copyMember(member.in, name);
            member.in.copyUntilHere(out);
        });
        String origin = entity.origin();
        out.escape(origin == null ? "" : ",\"origin\":" + quoted(origin));
        if (QueueTime.isSend(entity)) {
            byte[] waited = Json.bytes(List.of(QueueTime.subsegment(entity)));
            out.escape(",\"subsegments\":" + new String(waited, StandardCharsets.UTF_8));
        }
        out.escape("}");
    }

    /** Escapes the backslash, the only such character that a name can contain. */
    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\") + '"';
    }

    private static BigDecimal seconds(long micros) {
        return BigDecimal.valueOf(micros, 6);
    }
}
