package com.anycompany.xray.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.xray.AWSXRayRecorder;
import com.amazonaws.xray.AWSXRayRecorderBuilder;
import com.amazonaws.xray.entities.Segment;
import com.amazonaws.xray.entities.SegmentImpl;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.SubsegmentImpl;
import com.anycompany.xray.spring.DocumentCounts.DropReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DocumentEmitterTests {

    private static final long ROOMY = 2 << 20;
    private static final int DATAGRAM = 63 * 1024;

    private final AWSXRayRecorder recorder = AWSXRayRecorderBuilder.standard().build();

    @Test
    void documents_areSent_andCounted() throws IOException {
        try (Documents daemon = new Documents();
                DocumentEmitter emitter = emitter(daemon, ROOMY)) {
            Segment segment = segment();
            Subsegment alone = subsegment(segment());
            assertThat(emitter.sendSegment(segment)).isTrue();
            assertThat(emitter.sendSubsegment(alone)).isTrue();
            daemon.await(document -> hasId(document, segment.getId()));
            JsonNode document = daemon.await(d -> hasId(d, alone.getId()));
            assertThat(document.path("type").asText()).isEqualTo("subsegment");
            assertThat(document.path("parent_id").asText())
                    .isEqualTo(alone.getParent().getId());
            assertThat(emitter.counts().sentSoFar()).isEqualTo(2);
        }
    }

    @Test
    void daemonThatHangs_delaysNobody_andDropsAreLoggedOnce(CapturedOutput output) throws IOException {
        CountDownLatch hanging = new CountDownLatch(1);
        DocumentCounts counts = new DocumentCounts();
        try (Documents daemon = new Documents();
                DocumentSender sender = new DocumentSender(
                        () -> {
                            awaitUninterruptibly(hanging);
                            return address(daemon);
                        },
                        10_000,
                        counts)) {
            JsonBuffer document = DocumentWriter.datagram(segment(), DocumentWriter.Detail.TREE);
            int offered = 1000;
            for (int i = 0; i < offered; i++) {
                sender.offer(document);
            }
            long dropped = counts.droppedBecause(DropReason.QUEUE_FULL);
            // What the thread has taken already doesn't count against the bound.
            assertThat(dropped).isGreaterThan(offered - 2 * (10_000 / document.length() + 1));
            hanging.countDown();
            Awaitility.await().until(() -> counts.sentSoFar() + dropped == offered);
            assertThat(output.getOut().lines().filter(line -> line.contains("An X-Ray document is dropped")))
                    .singleElement()
                    .asString()
                    .contains("WARN", "the queue is full (xray.max-queued)");
        }
    }

    @Test
    void close_sendsWhatIsQueued_andLaterDocumentsAtOnce() throws IOException {
        try (Documents daemon = new Documents()) {
            DocumentEmitter emitter = emitter(daemon, ROOMY);
            for (int i = 0; i < 200; i++) {
                emitter.sendSegment(segment());
            }
            emitter.close();
            assertThat(emitter.counts().sentSoFar()).isEqualTo(200);
            assertThat(emitter.sendSegment(segment())).isTrue();
            assertThat(emitter.counts().sentSoFar()).isEqualTo(201);
        }
    }

    @Test
    void addressThatIsUnknown_isCounted_andThrowsNothing() throws IOException {
        DocumentCounts counts = new DocumentCounts();
        try (DocumentSender sender =
                new DocumentSender(() -> InetSocketAddress.createUnresolved("nowhere", 2000), ROOMY, counts)) {
            sender.offer(DocumentWriter.datagram(segment(), DocumentWriter.Detail.TREE));
            Awaitility.await().until(() -> counts.droppedBecause(DropReason.SEND_FAILED) == 1);
        }
    }

    @Test
    void largeSegment_isSentInParts_atAnyDepth() throws IOException {
        try (Documents daemon = new Documents();
                DocumentEmitter emitter = emitter(daemon, ROOMY)) {
            Segment segment = segment();
            segment.putAnnotation("kept", "yes");
            Subsegment large = subsegment(segment);
            for (int i = 0; i < 4; i++) {
                Subsegment child = new SubsegmentImpl(recorder, "child", segment);
                child.setParent(large);
                large.addSubsegment(child);
                child.putMetadata("text", "x".repeat(30_000));
            }
            assertThat(emitter.sendSegment(segment)).isTrue();
            JsonNode document = daemon.await(d -> hasId(d, segment.getId()));
            assertThat(document.path("annotations").path("kept").asText()).isEqualTo("yes");
            assertThat(document.has("subsegments")).isFalse();
            JsonNode middle = daemon.await(d -> hasId(d, large.getId()));
            assertThat(middle.path("parent_id").asText()).isEqualTo(segment.getId());
            assertThat(daemon.all().stream()
                            .filter(d -> d.path("parent_id").asText().equals(large.getId()))
                            .map(d -> d.path("metadata")
                                    .path("default")
                                    .path("text")
                                    .asText()
                                    .length()))
                    .containsExactly(30_000, 30_000, 30_000, 30_000);
            assertThat(segment.getSubsegments()).hasSize(1);
        }
    }

    @Test
    void metadataThatDoesNotFit_isLeftOut() throws IOException {
        try (Documents daemon = new Documents();
                DocumentEmitter emitter = emitter(daemon, ROOMY)) {
            Segment segment = segment();
            segment.putMetadata("text", "é".repeat(DATAGRAM / 2));
            segment.addException(new IllegalStateException("kept"));
            assertThat(emitter.sendSegment(segment)).isTrue();
            JsonNode document = daemon.await(d -> hasId(d, segment.getId()));
            assertThat(document.has("metadata")).isFalse();
            assertThat(document.path("cause").path("exceptions").get(0).path("stack"))
                    .isNotEmpty();
        }
    }

    @Test
    void stackTracesThatDoNotFit_areLeftOut() throws IOException {
        try (Documents daemon = new Documents();
                DocumentEmitter emitter = emitter(daemon, ROOMY)) {
            Segment segment = segment();
            segment.putSql("sanitized_query", "select ".repeat(DATAGRAM / 7));
            segment.addException(new IllegalStateException("kept"));
            assertThat(emitter.sendSegment(segment)).isTrue();
            JsonNode exception = daemon.await(d -> hasId(d, segment.getId()))
                    .path("cause")
                    .path("exceptions")
                    .get(0);
            assertThat(exception.path("message").asText()).isEqualTo("kept");
            assertThat(exception.has("stack")).isFalse();
        }
    }

    @Test
    void documentThatIsTooLargeWithoutAllThat_isCounted() throws IOException {
        try (Documents daemon = new Documents();
                DocumentEmitter emitter = emitter(daemon, ROOMY)) {
            Segment segment = segment();
            segment.putAnnotation("text", "x".repeat(DATAGRAM));
            assertThat(emitter.sendSegment(segment)).isFalse();
            assertThat(emitter.counts().droppedBecause(DropReason.TOO_LARGE)).isEqualTo(1);
        }
    }

    private DocumentEmitter emitter(Documents daemon, long maxQueuedBytes) throws IOException {
        return new DocumentEmitter(
                new Daemon(Objects.requireNonNull(DaemonAddress.parse(daemon.address()))), maxQueuedBytes);
    }

    private Segment segment() {
        return new SegmentImpl(recorder, "service");
    }

    private Subsegment subsegment(Segment segment) {
        Subsegment subsegment = new SubsegmentImpl(recorder, "work", segment);
        subsegment.setParent(segment);
        segment.addSubsegment(subsegment);
        return subsegment;
    }

    private static InetSocketAddress address(Documents daemon) {
        String address = daemon.address();
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(address.indexOf(':') + 1)));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasId(JsonNode document, String id) {
        return document.path("id").asText().equals(id);
    }
}
