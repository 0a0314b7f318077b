package com.anycompany.xray.spring;

import com.amazonaws.xray.config.DaemonConfiguration;
import com.amazonaws.xray.emitters.Emitter;
import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.Subsegment;
import com.anycompany.xray.spring.DocumentCounts.DropReason;
import com.anycompany.xray.spring.DocumentWriter.Detail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emitter that writes documents on the thread that ends the entity, since the entity may change afterwards, and has them sent by
 * a thread of its own.
 *
 * <p>A document that doesn't fit into a datagram is sent in parts: first its subsegments as documents of their own, then the
 * entity without them. If that is still too large, it goes without metadata, and at last without SQL and stack traces.
 */
final class DocumentEmitter extends Emitter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DocumentEmitter.class);

    /** The X-Ray SDK's limit of a datagram, in bytes; UDP's own is 65,507. */
    private static final int MAX_DATAGRAM = 63 * 1024;

    private final DocumentCounts counts = new DocumentCounts();
    private final DocumentSender sender;

    /** @param maxQueuedBytes documents of this size together may wait to be sent */
    DocumentEmitter(DaemonConfiguration daemon, long maxQueuedBytes) throws IOException {
        sender = new DocumentSender(daemon::getAddressForEmitter, maxQueuedBytes, counts);
    }

    DocumentCounts counts() {
        return counts;
    }

    @Override
    public boolean sendSegment(Segment segment) {
        return send(segment);
    }

    @Override
    public boolean sendSubsegment(Subsegment subsegment) {
        return send(subsegment);
    }

    private boolean send(Entity entity) {
        JsonBuffer document = DocumentWriter.datagram(entity, Detail.TREE);
        if (log.isDebugEnabled()) {
            log.debug("{}", StandardCharsets.UTF_8.decode(document.content()));
        }
        return document.length() <= MAX_DATAGRAM ? sender.offer(document) : sendInParts(entity);
    }

    private boolean sendInParts(Entity entity) {
        boolean isSent = true;
        for (Subsegment subsegment : entity.getSubsegmentsCopy()) {
            isSent &= send(subsegment);
        }
        for (Detail detail : new Detail[] {Detail.ENTITY, Detail.NO_METADATA, Detail.OUTLINE}) {
            JsonBuffer document = DocumentWriter.datagram(entity, detail);
            if (document.length() <= MAX_DATAGRAM) {
                return sender.offer(document) && isSent;
            }
        }
        counts.dropped(DropReason.TOO_LARGE, entity.getName() + " of trace " + entity.getTraceId());
        return false;
    }

    /** Sends what is queued. */
    @Override
    public void close() {
        sender.close();
    }
}
