package com.anycompany.xray.local.template;

import com.anycompany.xray.local.segment.Aws;
import com.anycompany.xray.local.segment.Entity;
import com.anycompany.xray.local.segment.Http;
import com.anycompany.xray.local.segment.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entity of some {@link Shape} while its holes are filled. */
public final class Draft {

    private final Entity first;
    private final Outcome flagged;
    private long id;
    private long parentId;
    private String name;
    private long start;
    private long end;
    private @Nullable String namespace;
    private @Nullable String origin;
    private @Nullable String resourceArn;
    private @Nullable String user;
    private @Nullable Http http;
    private @Nullable Aws aws;
    private Map<String, Object> annotations;

    public Draft(Entity first, Outcome flagged) {
        this.first = first;
        this.flagged = flagged;
        this.id = first.id();
        this.parentId = first.parentId();
        this.name = first.name();
        this.start = first.start();
        this.end = first.end();
        this.namespace = first.namespace();
        this.origin = first.origin();
        this.resourceArn = first.resourceArn();
        this.user = first.user();
        this.http = first.http();
        this.aws = first.aws();
        this.annotations = first.annotations();
    }

    /** Fills a hole with a value of the document. */
    public void fill(Hole hole, Values value) {
        switch (hole.meaning()) {
            case ID -> id = value.id();
            case PARENT_ID -> parentId = value.id();
            case NAME -> name = value.symbol();
            case START -> start = value.micros();
            case END -> end = value.micros();
            case NAMESPACE -> namespace = value.symbol();
            case ORIGIN -> origin = value.symbol();
            case RESOURCE_ARN -> resourceArn = value.symbol();
            case USER -> user = value.text();
            case METHOD, URL, USER_AGENT, CLIENT_IP, STATUS -> http = fillHttp(hole.meaning(), value);
            case TEXT_ANNOTATION -> annotate(hole.key(), value.text());
            case NUMBER_ANNOTATION -> annotate(hole.key(), value.number());
            case TRACE_ID, OTHER_TEXT, OTHER_NUMBER -> {}
            default -> aws = fillAws(hole.meaning(), value.symbol());
        }
    }

    private Http fillHttp(Meaning meaning, Values value) {
        Http so = Objects.requireNonNull(http);
        return new Http(
                meaning == Meaning.METHOD ? value.symbol() : so.method(),
                meaning == Meaning.URL ? value.text() : so.url(),
                meaning == Meaning.USER_AGENT ? value.symbol() : so.userAgent(),
                meaning == Meaning.CLIENT_IP ? value.symbol() : so.clientIp(),
                meaning == Meaning.STATUS ? Http.status(value.number()) : so.status(),
                so.traced());
    }

    private Aws fillAws(Meaning meaning, String text) {
        Aws so = Objects.requireNonNull(aws);
        return new Aws(
                meaning == Meaning.ACCOUNT_ID ? text : so.accountId(),
                meaning == Meaning.OPERATION ? text : so.operation(),
                meaning == Meaning.TABLE_NAME ? text : so.tableName(),
                meaning == Meaning.BUCKET_NAME ? text : so.bucketName(),
                meaning == Meaning.QUEUE_URL ? text : so.queueUrl(),
                meaning == Meaning.TOPIC_ARN ? text : so.topicArn(),
                meaning == Meaning.FUNCTION_NAME ? text : so.functionName(),
                meaning == Meaning.INSTANCE_ID ? text : so.instanceId(),
                meaning == Meaning.AVAILABILITY_ZONE ? text : so.availabilityZone());
    }

    private void annotate(String key, Object value) {
        if (annotations == first.annotations()) {
            annotations = new LinkedHashMap<>(annotations);
        }
        annotations.put(key, value);
    }

    /** How many entities it encloses directly. */
    public int enclosed() {
        return first.subsegments().size();
    }

    public Entity build(List<Entity> subsegments) {
        return new Entity(
                id,
                parentId,
                name,
                start,
                end,
                Outcome.of(
                        flagged == Outcome.THROTTLE,
                        flagged == Outcome.FAULT,
                        flagged == Outcome.ERROR,
                        http == null ? 0 : http.status()),
                namespace,
                origin,
                resourceArn,
                user,
                http,
                aws,
                first.sql(),
                annotations,
                first.exceptions(),
                first.causeId(),
                first.links(),
                first.traced(),
                subsegments);
    }
}
