package com.anycompany.xray.local.store;

import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.Doc;
import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.segment.SegmentDocument;
import com.anycompany.xray.local.segment.TraceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    private static final long NOON = 1_479_902_400_000L;
    private static final StoreOptions ROOMY = new StoreOptions(64 << 20, Duration.ofHours(1));
    private static final StoreOptions TIGHT = new StoreOptions(4 << 20, Duration.ofHours(1));

    @TempDir
    private Path folder;

    private final Random random = new Random(5);

    @Test
    void restart_bringsEveryDocumentBack_withItsTimeOfReceipt() throws IOException {
        List<SegmentDocument> documents = documents(1_500);
        String graph;
        try (TraceStore store = open(ROOMY)) {
            for (int i = 0; i < documents.size(); i += 50) {
                store.add(documents.subList(i, i + 50), NOON + i);
            }
            graph = store.serviceGraph(0, Integer.MAX_VALUE).toString();
        }
        assertThat(Files.list(folder).map(file -> file.getFileName().toString()))
                .as("some are sealed, some are in the open chunk")
                .contains("open")
                .anyMatch(name -> name.startsWith("chunks-"));
        for (int restart = 0; restart < 3; restart++) {
            try (TraceStore store = open(ROOMY)) {
                assertThat(store.restore()).isEqualTo(1_500);
                assertThat(store.serviceGraph(0, Integer.MAX_VALUE)).hasToString(graph);
                assertHas(store, documents);
                assertThat(store.usage().disk()).isEqualTo(DataFolder.State.DURABLE);
            }
        }
    }

    @Test
    void documentsOfALaterProcess_joinTheEarlierOnes() throws IOException {
        List<SegmentDocument> documents = documents(300);
        for (int life = 0; life < 3; life++) {
            try (TraceStore store = open(ROOMY)) {
                assertThat(store.restore()).isEqualTo(life * 100L);
                assertThat(store.add(documents.subList(life * 100, life * 100 + 100), NOON))
                        .isEqualTo(100);
            }
        }
        try (TraceStore store = open(ROOMY)) {
            store.restore();
            assertHas(store, documents);
        }
    }

    @Test
    void tornTail_isCutOff_andCostsNothingElse() throws IOException {
        List<SegmentDocument> documents = documents(60);
        try (TraceStore store = open(ROOMY)) {
            documents.forEach(document -> store.add(List.of(document), NOON));
        }
        Path open = folder.resolve(ChunkFiles.OPEN);
        try (FileChannel file = FileChannel.open(open, StandardOpenOption.WRITE)) {
            file.truncate(Files.size(open) - 7);
        }
        try (TraceStore store = open(ROOMY)) {
            assertThat(store.restore()).isEqualTo(59);
            assertHas(store, documents.subList(0, 59));
            store.add(documents.subList(59, 60), NOON);
        }
        try (TraceStore store = open(ROOMY)) {
            assertThat(store.restore()).isEqualTo(60);
        }
    }

    @Test
    void sealedChunkThatWasNotWrittenWhole_isFoundInTheOpenOne() throws IOException {
        List<SegmentDocument> documents = documents(400);
        try (TraceStore store = open(ROOMY)) {
            documents.forEach(document -> store.add(List.of(document), NOON));
        }
        Path sealed = newestChunks();
        long length = Files.size(sealed);
        try (FileChannel file = FileChannel.open(sealed, StandardOpenOption.WRITE)) {
            file.write(
                    ByteBuffer.wrap("XRL1 and no more".getBytes(java.nio.charset.StandardCharsets.US_ASCII)), length);
        }
        try (TraceStore store = open(ROOMY)) {
            assertThat(store.restore()).isEqualTo(400);
            assertHas(store, documents);
        }
        assertThat(Files.size(sealed)).isEqualTo(length);
    }

    @Test
    void disk_isBounded_andWhatLeftDoesNotComeBack() throws IOException {
        List<SegmentDocument> all = new ArrayList<>();
        List<TraceId> held;
        try (TraceStore store = open(TIGHT)) {
            for (int i = 0; i < 100; i++) {
                List<SegmentDocument> documents = documents(200);
                all.addAll(documents);
                store.add(documents, NOON + i);
                store.tidy(NOON + i);
                assertThat(size(folder)).isLessThan(TIGHT.maxBytes() + 2 * Chunk.CAPACITY);
            }
            assertThat(store.usage().evicted()).isPositive();
            held = known(store, all);
            assertThat(held).hasSizeLessThan(all.size());
        }
        try (TraceStore store = open(TIGHT)) {
            store.restore();
            List<TraceId> back = known(store, all);
            assertThat(back)
                    .as("the newest of those that were held; room for one chunk more may have been needed")
                    .isEqualTo(held.subList(held.size() - back.size(), held.size()))
                    .hasSizeGreaterThan(held.size() - 200);
        }
    }

    @Test
    void folderInUse_isRefusedWithTheRemedy() throws IOException {
        try (DataFolder first = DataFolder.open(folder, ROOMY)) {
            assertThat(first.file("x")).isEqualTo(folder.resolve("x"));
            assertThatThrownBy(() -> DataFolder.open(folder, ROOMY))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(folder.toString(), "another X-Ray Local", "--data");
        }
        DataFolder.open(folder, ROOMY).close();
    }

    @Test
    void folderThatCannotBe_isRefusedWithTheRemedy() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data"), ROOMY))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("can't be written to", "--data");
    }

    private TraceStore open(StoreOptions options) throws IOException {
        return new TraceStore(options, new DocumentDecoder(), Memberships.NONE, DataFolder.open(folder, options));
    }

    /** A trace each. */
    private List<SegmentDocument> documents(int count) {
        byte[] noise = new byte[200];
        return Stream.generate(() -> {
                    random.nextBytes(noise);
                    String id = HexFormat.of().toHexDigits(random.nextLong());
                    return segment("front")
                            .trace("1-58406520-00000000" + id)
                            .put("user", HexFormat.of().formatHex(noise));
                })
                .map(Doc::parse)
                .limit(count)
                .toList();
    }

    private static void assertHas(TraceStore store, List<SegmentDocument> documents) {
        for (SegmentDocument document : documents) {
            assertThat(store.find(List.of(document.traceId())))
                    .singleElement()
                    .satisfies(trace -> assertThat(trace.documents())
                            .singleElement()
                            .satisfies(kept -> assertThat(kept.bytes())
                                    .isEqualTo(document.content().json())));
        }
    }

    private static List<TraceId> known(TraceStore store, List<SegmentDocument> documents) {
        return documents.stream()
                .map(SegmentDocument::traceId)
                .filter(id -> !store.find(List.of(id)).isEmpty())
                .toList();
    }

    private Path newestChunks() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("chunks-"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
