package com.anycompany.xray.local.template;

import com.anycompany.xray.local.json.PlainTokens;
import com.anycompany.xray.local.parse.Annotations;
import com.anycompany.xray.local.parse.EntityReader;
import com.anycompany.xray.local.segment.Outcome;
import com.anycompany.xray.local.template.Stretch.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Takes a valid document apart into values and what stands between them, and says what each value means. Knows the same
 * fields as {@link EntityReader} and those who read for it; what it can't put down as text and values, it refuses.
 */
public final class Dissection {

    /** More than that is left to the parser. */
    private static final int MAX_VALUES = 200;

    private final byte[] bytes;
    private final int end;
    private final PlainTokens json;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Outcome> flagged = new ArrayList<>();
    private int values;
    private int at;

    /** Where a member stands. */
    private enum Block {
        DOCUMENT,
        ENTITY,
        HTTP,
        REQUEST,
        RESPONSE,
        AWS,
        EC2,
        ANNOTATIONS,
        OTHER
    }

    private Dissection(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
        this.json = new PlainTokens(bytes, offset, length);
    }

    /** Null if the document is too unusual to have a shape. */
    public static @Nullable Dissection of(byte[] bytes, int offset, int length) {
        Dissection dissection = new Dissection(bytes, offset, length);
        try {
            dissection.json.nextToken();
            dissection.entity();
            dissection.text(dissection.end);
            return dissection;
        } catch (PlainTokens.Unusual e) {
            return null;
        }
    }

    public List<Piece> pieces() {
        return pieces;
    }

    /** The outcome of each entity by its flags alone, in the order in which they begin. */
    public List<Outcome> flagged() {
        return flagged;
    }

    private void entity() {
        int entity = flagged.size();
        flagged.add(Outcome.OK);
        boolean error = false;
        boolean throttle = false;
        boolean fault = false;
        Set<String> seen = new HashSet<>();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            JsonToken value = json.nextToken();
            boolean is = value == JsonToken.VALUE_TRUE;
            once(seen, field);
            switch (field) {
                case "error" -> error = is;
                case "throttle" -> throttle = is;
                case "fault" -> fault = is;
                case "subsegments" -> subsegments(value);
                case "http" -> value(value, Block.HTTP, entity, "");
                case "aws" -> value(value, Block.AWS, entity, "");
                case "annotations" -> value(value, Block.ANNOTATIONS, entity, "");
                // What has these is rare, and says something else each time.
                case "cause", "links" -> throw PlainTokens.Unusual.ONE;
                // Its two spellings are two shapes.
                case "type" -> json.skipChildren();
                default -> member(value, entity == 0 ? Block.DOCUMENT : Block.ENTITY, field, entity);
            }
        }
        flagged.set(entity, Outcome.of(throttle, fault, error, 0));
    }

    /** Of two members of one name the later one counts, which is more than a hole can say. */
    private static void once(Set<String> seen, String name) {
        if (!seen.add(name)) {
            throw PlainTokens.Unusual.ONE;
        }
    }

    private void subsegments(JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            entity();
        }
    }

    private void value(JsonToken value, Block block, int entity, String key) {
        switch (value) {
            case START_OBJECT -> object(block, entity);
            case START_ARRAY -> {
                for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                    value(token, Block.OTHER, entity, key);
                }
            }
            case VALUE_STRING -> hole(meaning(block, key, Meaning.OTHER_TEXT), entity, key);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> hole(meaning(block, key, Meaning.OTHER_NUMBER), entity, key);
            default -> {}
        }
    }

    private void object(Block block, int entity) {
        Set<String> seen = new HashSet<>();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            once(seen, name);
            member(json.nextToken(), block, name, entity);
        }
    }

    private void member(JsonToken value, Block block, String name, int entity) {
        if (block == Block.AWS && name.equals("table_names")) {
            // How many there are, and which, is part of the shape.
            json.skipChildren();
        } else if (value == JsonToken.START_OBJECT) {
            object(inner(block, name), entity);
        } else {
            value(value, block, entity, name);
        }
    }

    private static Block inner(Block block, String name) {
        return switch (block) {
            case HTTP ->
                switch (name) {
                    case "request" -> Block.REQUEST;
                    case "response" -> Block.RESPONSE;
                    default -> Block.OTHER;
                };
            case AWS -> name.equals("ec2") ? Block.EC2 : Block.OTHER;
            default -> Block.OTHER;
        };
    }

    private static Meaning meaning(Block block, String key, Meaning other) {
        boolean text = other == Meaning.OTHER_TEXT;
        return switch (block) {
            case DOCUMENT ->
                switch (key) {
                    case "parent_id" -> Meaning.PARENT_ID;
                    case "trace_id" -> Meaning.TRACE_ID;
                    default -> meaning(Block.ENTITY, key, other);
                };
            case ENTITY ->
                switch (key) {
                    case "id" -> Meaning.ID;
                    case "name" -> Meaning.NAME;
                    case "start_time" -> Meaning.START;
                    case "end_time" -> Meaning.END;
                    case "namespace" -> Meaning.NAMESPACE;
                    case "origin" -> Meaning.ORIGIN;
                    case "resource_arn" -> Meaning.RESOURCE_ARN;
                    case "user" -> Meaning.USER;
                    default -> other;
                };
            case REQUEST -> text ? request(key) : other;
            case RESPONSE -> !text && key.equals("status") ? Meaning.STATUS : other;
            case AWS -> text ? aws(key) : other;
            case EC2 -> text ? ec2(key) : other;
            case ANNOTATIONS -> annotation(key, text, other);
            default -> other;
        };
    }

    private static Meaning request(String key) {
        return switch (key) {
            case "method" -> Meaning.METHOD;
            case "url" -> Meaning.URL;
            case "user_agent" -> Meaning.USER_AGENT;
            case "client_ip" -> Meaning.CLIENT_IP;
            default -> Meaning.OTHER_TEXT;
        };
    }

    private static Meaning aws(String key) {
        return switch (key) {
            case "account_id" -> Meaning.ACCOUNT_ID;
            case "operation" -> Meaning.OPERATION;
            case "table_name" -> Meaning.TABLE_NAME;
            case "bucket_name" -> Meaning.BUCKET_NAME;
            case "queue_url" -> Meaning.QUEUE_URL;
            case "topic_arn" -> Meaning.TOPIC_ARN;
            case "function_name" -> Meaning.FUNCTION_NAME;
            default -> Meaning.OTHER_TEXT;
        };
    }

    private static Meaning ec2(String key) {
        return switch (key) {
            case "instance_id" -> Meaning.INSTANCE_ID;
            case "availability_zone" -> Meaning.AVAILABILITY_ZONE;
            default -> Meaning.OTHER_TEXT;
        };
    }

    private static Meaning annotation(String key, boolean text, Meaning other) {
        if (!Annotations.isIndexed(key)) {
            return other;
        }
        return text ? Meaning.TEXT_ANNOTATION : Meaning.NUMBER_ANNOTATION;
    }

    /** The value that was read last. */
    private void hole(Meaning meaning, int entity, String key) {
        text(json.from());
        boolean annotation = meaning == Meaning.TEXT_ANNOTATION || meaning == Meaning.NUMBER_ANNOTATION;
        Hole hole = new Hole(meaning, entity, annotation ? key : "");
        pieces.add(new Piece.Value(Arrays.copyOfRange(bytes, at, json.to()), hole, meaning.alwaysDiffers()));
        at = json.to();
        if (++values > MAX_VALUES) {
            throw PlainTokens.Unusual.ONE;
        }
    }

    private void text(int until) {
        if (until > at) {
            pieces.add(new Piece.Text(Arrays.copyOfRange(bytes, at, until)));
            at = until;
        }
    }
}
