package com.anycompany.xray.local.api;

import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.EntityId;
import com.anycompany.xray.local.segment.EntityNode;
import com.anycompany.xray.local.segment.EscapedText;
import com.anycompany.xray.local.segment.Json;
import com.anycompany.xray.local.segment.Part;
import com.anycompany.xray.local.segment.TraceId;
import com.anycompany.xray.local.store.StoredDocument;
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
 * Writes the documents of one trace in the form in which X-Ray gives them back: independent subsegments nested in their
 * parents, without {@code traced} and empty stacks, and one document for each inferred segment.
 *
 * <p>What was reported goes from stored bytes to the answer's bytes, member by member, without being understood: a trace
 * is mostly looked at while little has been compiled, and a parser and a generator are much to run then.
 */
final class DocumentWriter {

    /** Deeper than any program nests; what lies below is left out, or no reader's stack would be large enough. */
    private static final int MAX_LEVELS = 100;

    private static final Set<String> OF_THE_SEGMENT = Set.of("type", "parent_id", "trace_id");
    private static final Set<String> OF_THE_ANSWER = Set.of("error", "fault", "throttle", "http", "aws");

    private final TraceId trace;
    private final Map<Entity, StoredDocument> stored = new IdentityHashMap<>();
    private final EscapedJson out = new EscapedJson();

    /** What a call that nobody answers for says of its answer, by the inferred segment: members by their names. */
    private final Map<EntityNode, Map<String, EscapedText>> answers = new HashMap<>();

    private boolean cut;

    /** @param documents the trace's documents, in the order of {@code parts} */
    DocumentWriter(TraceId trace, List<Part> parts, List<StoredDocument> documents) {
        this.trace = trace;
        for (int i = 0; i < parts.size(); i++) {
            stored.put(parts.get(i).entity(), documents.get(i));
        }
    }

    /** Whether something was left out because it lay too deep. */
    boolean cut() {
        return cut;
    }

    /** The document of a segment. Inferred ones come after those that called them. */
    EscapedText write(EntityNode segment) {
        out.clear();
        if (segment.isInferred()) {
            writeInferred(segment);
        } else {
            copyDocument(segment, 0);
        }
        return out.since(0);
    }

    private void copyDocument(EntityNode node, int level) {
        StoredDocument document = stored.get(node.entity());
        if (document == null) {
            throw new IllegalStateException(
                    "no document holds " + EntityId.toHex(node.entity().id()));
        }
        copyEntity(JsonCursor.over(document.bytes()), node, level);
    }

    /** @param node what stands here, or null if another member of the same name has told it already */
    private void copyEntity(JsonCursor in, @Nullable EntityNode node, int level) {
        EntityNode inferred = node == null ? null : inferredCallee(node);
        EntityNode rest = node;
        out.begin('{');
        while (in.nextMember()) {
            String name = in.name();
            if (name.equals("subsegments")) {
                if (in.atArray()) {
                    in.copyName(out);
                    copySubsegments(in, rest, level + 1);
                    rest = null;
                } else {
                    in.skip();
                }
            } else if (level > 0 && OF_THE_SEGMENT.contains(name)) {
                in.skip();
            } else if (name.equals("trace_id")) {
                in.skip();
                out.copy("\"trace_id\":\"" + trace + '"');
            } else if (inferred != null && OF_THE_ANSWER.contains(name) && !in.atNull()) {
                copyAnswer(in, name, inferred);
            } else {
                copyMember(in, name);
            }
        }
        if (rest != null && !rest.subsegments().isEmpty()) {
            out.copy("\"subsegments\":");
            out.begin('[');
            copyIndependent(rest, 0, level + 1);
            out.end(']');
        }
        out.end('}');
    }

    /** Inline subsegments come first in a node, in the order of the document. */
    private void copySubsegments(JsonCursor in, @Nullable EntityNode node, int level) {
        List<EntityNode> nodes = node == null ? List.of() : node.subsegments();
        int inline = 0;
        out.begin('[');
        while (in.nextElement()) {
            copyEntity(in, inline < nodes.size() ? nodes.get(inline) : null, level);
            inline++;
        }
        if (node != null) {
            copyIndependent(node, inline, level);
        }
        out.end(']');
    }

    private void copyIndependent(EntityNode node, int from, int level) {
        List<EntityNode> nodes = node.subsegments();
        boolean tooDeep = level > MAX_LEVELS;
        cut |= tooDeep && from < nodes.size();
        for (int i = from; i < nodes.size() && !tooDeep; i++) {
            copyDocument(nodes.get(i), level);
        }
    }

    private void copyAnswer(JsonCursor in, String name, EntityNode inferred) {
        int before = out.length();
        copyMember(in, name);
        answers.computeIfAbsent(inferred, segment -> new LinkedHashMap<>()).put(name, out.since(before));
    }

    private void copyMember(JsonCursor in, String name) {
        if (name.equals("http") && in.atObject()) {
            copyHttp(in);
        } else if (name.equals("cause") && in.atObject()) {
            copyCause(in);
        } else {
            in.copyMember(out);
        }
    }

    private void copyHttp(JsonCursor in) {
        beginObject(in);
        while (in.nextMember()) {
            if (in.atObject() && in.name().equals("request")) {
                beginObject(in);
                while (in.nextMember()) {
                    copyUnless(in.name().equals("traced"), in);
                }
                out.end('}');
            } else {
                in.copyMember(out);
            }
        }
        out.end('}');
    }

    private void copyCause(JsonCursor in) {
        beginObject(in);
        while (in.nextMember()) {
            if (in.atArray() && in.name().equals("exceptions")) {
                in.copyName(out);
                copyExceptions(in);
            } else {
                in.copyMember(out);
            }
        }
        out.end('}');
    }

    private void copyExceptions(JsonCursor in) {
        out.begin('[');
        while (in.nextElement()) {
            if (in.atObject()) {
                out.begin('{');
                while (in.nextMember()) {
                    copyUnless(in.atEmptyArray() && in.name().equals("stack"), in);
                }
                out.end('}');
            } else {
                in.copyElement(out);
            }
        }
        out.end(']');
    }

    private void beginObject(JsonCursor in) {
        in.copyName(out);
        out.begin('{');
    }

    private void copyUnless(boolean hidden, JsonCursor in) {
        if (hidden) {
            in.skip();
        } else {
            in.copyMember(out);
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
        out.begin('{');
        out.copy("\"id\":\"" + EntityId.toHex(entity.id()) + '"');
        out.copy("\"name\":" + quoted(entity.name()));
        out.copy("\"start_time\":" + seconds(entity.start()));
        out.copy("\"trace_id\":\"" + trace + '"');
        out.copy("\"end_time\":" + seconds(entity.end()));
        out.copy("\"parent_id\":\"" + EntityId.toHex(entity.parentId()) + '"');
        out.copy("\"inferred\":true");
        answers.getOrDefault(node, Map.of()).values().forEach(out::copy);
        if (entity.origin() != null) {
            out.copy("\"origin\":" + quoted(entity.origin()));
        }
        if (QueueTime.isSend(entity)) {
            byte[] waited = Json.bytes(List.of(QueueTime.subsegment(entity)));
            out.copy("\"subsegments\":" + new String(waited, StandardCharsets.UTF_8));
        }
        out.end('}');
    }

    /** A name's only character that must be escaped. */
    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\") + '"';
    }

    private static BigDecimal seconds(long micros) {
        return BigDecimal.valueOf(micros, 6);
    }
}
