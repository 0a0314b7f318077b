package com.anycompany.xray.local.store;

import static com.anycompany.xray.local.Doc.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anycompany.xray.local.decode.DocumentDecoder;
import com.anycompany.xray.local.graph.Memberships;
import com.anycompany.xray.local.segment.SegmentDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder whose files have been changed by something else than X-Ray Local. */
class DamagedFolderTests {

    private static final long NOON = 1_479_902_400_000L;
    private static final StoreOptions ROOMY = new StoreOptions(64 << 20, Duration.ofHours(1));

    /** Where a frame has the length of its content. */
    private static final int LENGTH_FIELD = 25;

    private static final int HEADER = 33;

    @TempDir
    private Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private List<SegmentDocument> documents = List.of();

    /** Ten sealed chunks and more in one file, and an open chunk of many parts. */
    @BeforeEach
    void fill() throws IOException {
        documents = documents(1_500);
        try (TraceStore store = open()) {
            documents.forEach(document -> store.add(List.of(document), NOON));
        }
    }

    @RepeatedTest(5)
    void flippedBit_ofASealedFile_costsOneChunk() throws IOException {
        Path file = sealedFile();
        flip(file, random.nextInt((int) Files.size(file)), 1 << random.nextInt(8));

        assertLosesAtMost(170);
        assertThat(aside()).hasSize(1);
        assertThat(usageOfTheNextStart().damages())
                .as("once left out, it isn't found again; seed " + seed)
                .isZero();
    }

    @RepeatedTest(5)
    void flippedBit_ofTheOpenFile_costsOneDocument() throws IOException {
        Path file = folder.resolve(ChunkFiles.OPEN);
        flip(file, random.nextInt((int) Files.size(file)), 1 << random.nextInt(8));

        assertLosesAtMost(1);
        assertThat(aside()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void flippedBit_ofALength_costsNothing_sinceItsEndTellsIt(int bit) throws IOException {
        flip(sealedFile(), LENGTH_FIELD + 2, 1 << bit);

        assertLosesAtMost(0);
        assertThat(aside()).hasSize(1);
    }

    @Test
    void flippedBit_ofTheLastLength_isDamage_notAnUnfinishedWrite() throws IOException {
        Path file = folder.resolve(ChunkFiles.OPEN);
        flip(file, lastFrame(file) + LENGTH_FIELD + 2, 0x40);

        assertLosesAtMost(0);
        assertThat(aside()).hasSize(1);
    }

    @Test
    void stretchOfZeros_overTwoFrames_costsThose() throws IOException {
        Path file = sealedFile();
        byte[] bytes = Files.readAllBytes(file);
        int second = HEADER + ByteBuffer.wrap(bytes).getInt(LENGTH_FIELD);
        java.util.Arrays.fill(bytes, second - 100, second + 100, (byte) 0);
        Files.write(file, bytes);

        assertLosesAtMost(340);
    }

    @Test
    void lostFile_costsItsDocuments() throws IOException {
        Files.delete(sealedFile());
        assertThat(restored()).isPositive();
    }

    @Test
    void emptyFiles_areNoDocuments() throws IOException {
        Files.write(sealedFile(), new byte[0]);
        Files.write(folder.resolve(ChunkFiles.OPEN), new byte[0]);
        assertThat(restored()).isZero();
    }

    @Test
    void tornTail_isNoDamage() throws IOException {
        Path file = folder.resolve(ChunkFiles.OPEN);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 7));

        assertThat(restored()).isEqualTo(documents.size() - 1);
        assertThat(folder.resolve("damaged")).doesNotExist();
    }

    @Test
    void folderOfALaterVersion_isRefusedWithTheRemedy_andStaysAsItIs() throws IOException {
        Files.writeString(folder.resolve("format"), "format 2 2 2\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(folder.toString(), "later X-Ray Local", "format 2", "--data");
        Files.writeString(folder.resolve("format"), "format 1 1 3\n");
        assertThat(restored()).as("one bit is no version").isEqualTo(documents.size());
    }

    @Test
    void documentsAfterTheDamage_areKeptAsEver() throws IOException {
        Path file = folder.resolve(ChunkFiles.OPEN);
        flip(file, 100, 1);
        List<SegmentDocument> more = documents(200);
        long restored;
        try (TraceStore store = open()) {
            restored = store.restore();
            more.forEach(document -> store.add(List.of(document), NOON));
            assertHas(store, more);
        }
        try (TraceStore store = open()) {
            assertThat(store.restore()).isEqualTo(restored + more.size());
            assertHas(store, more);
        }
    }

    private void assertLosesAtMost(int lost) throws IOException {
        try (TraceStore store = open()) {
            assertThat(store.restore()).as("seed " + seed).isBetween((long) documents.size() - lost, (long)
                    documents.size());
            assertThat(store.usage().damages()).as("seed " + seed).isOne();
            for (SegmentDocument document : documents) {
                store.find(List.of(document.traceId()))
                        .forEach(trace -> assertThat(trace.documents())
                                .singleElement()
                                .satisfies(kept -> assertThat(kept.bytes())
                                        .isEqualTo(document.content().json())));
            }
        }
    }

    private long restored() throws IOException {
        try (TraceStore store = open()) {
            return store.restore();
        }
    }

    private StoreUsage usageOfTheNextStart() throws IOException {
        try (TraceStore store = open()) {
            store.restore();
            return store.usage();
        }
    }

    private static void assertHas(TraceStore store, List<SegmentDocument> documents) {
        for (SegmentDocument document : documents) {
            assertThat(store.find(List.of(document.traceId()))).hasSize(1);
        }
    }

    private TraceStore open() throws IOException {
        return new TraceStore(ROOMY, new DocumentDecoder(), Memberships.NONE, DataFolder.open(folder, ROOMY));
    }

    /** A trace each; every second one has a new shape, so that templates and plain documents are mixed. */
    private List<SegmentDocument> documents(int count) {
        byte[] noise = new byte[200];
        List<SegmentDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            random.nextBytes(noise);
            documents.add(segment("front")
                    .trace("1-58406520-00000000" + HexFormat.of().toHexDigits(random.nextLong()))
                    .put("user", HexFormat.of().formatHex(noise))
                    .put(i % 2 == 0 ? "origin" : "x" + i, "here")
                    .parse());
        }
        return documents;
    }

    private Path sealedFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("chunks-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Path> aside() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("damaged"))) {
            return files.toList();
        }
    }

    private static int lastFrame(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int last = 0;
        for (int at = 0; at < bytes.limit(); at += HEADER + bytes.getInt(at + LENGTH_FIELD)) {
            last = at;
        }
        return last;
    }

    private static void flip(Path file, int at, int bit) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= (byte) bit;
        Files.write(file, bytes);
    }
}
