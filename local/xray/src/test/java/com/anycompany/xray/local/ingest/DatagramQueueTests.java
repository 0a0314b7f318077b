package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatagramQueueTests {

    private static final int TWO_BATCHES = 2 * DatagramBatch.BYTES;

    @Test
    void datagrams_comeOutInTheirOrder_whatevertheirSize() throws Exception {
        DatagramQueue queue = new DatagramQueue(64L * DatagramBatch.BYTES);
        Random random = new Random(3);
        List<String> sent = new ArrayList<>();
        CompletableFuture<List<String>> received = CompletableFuture.supplyAsync(() -> drain(queue));
        for (int i = 0; i < 20_000; i++) {
            String datagram = i + "x".repeat(random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(50));
            while (!queue.offer(bytes(datagram))) {
                Thread.onSpinWait();
            }
            sent.add(datagram);
        }
        queue.close();
        assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo(sent);
    }

    @Test
    void fullQueue_refusesUntilABatchIsTaken() throws InterruptedException {
        DatagramQueue queue = new DatagramQueue(TWO_BATCHES);
        int taken = 0;
        while (queue.offer(ByteBuffer.allocate(60_000))) {
            taken++;
        }
        assertThat(taken).isEqualTo(2 * (DatagramBatch.BYTES / 60_000));
        assertThat(queue.take()).isNotNull();
        assertThat(queue.offer(ByteBuffer.allocate(60_000))).isTrue();
    }

    @Test
    void manySmallDatagrams_areBoundedToo() {
        DatagramQueue queue = new DatagramQueue(TWO_BATCHES);
        int taken = 0;
        while (queue.offer(ByteBuffer.allocate(1)) && taken < TWO_BATCHES) {
            taken++;
        }
        assertThat(taken).isLessThan(TWO_BATCHES / 8);
    }

    @Test
    void batchThatCameBack_isUsedAgain_empty() throws InterruptedException {
        DatagramQueue queue = new DatagramQueue(TWO_BATCHES);
        queue.offer(bytes("first"));
        DatagramBatch batch = queue.take();
        assertThat(batch).isNotNull();
        queue.giveBack(batch);
        queue.offer(bytes("second"));
        DatagramBatch again = queue.take();
        assertThat(again).isSameAs(batch);
        assertThat(texts(again)).containsExactly("second");
    }

    @Test
    void closedQueue_givesWhatItHas_thenNull() throws InterruptedException {
        DatagramQueue queue = new DatagramQueue(TWO_BATCHES);
        queue.offer(bytes("last"));
        queue.close();
        assertThat(texts(queue.take())).containsExactly("last");
        assertThat(queue.take()).isNull();
    }

    private static List<String> drain(DatagramQueue queue) {
        List<String> received = new ArrayList<>();
        try {
            for (DatagramBatch batch = queue.take(); batch != null; batch = queue.take()) {
                received.addAll(texts(batch));
                queue.giveBack(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return received;
    }

    private static List<String> texts(@Nullable DatagramBatch batch) {
        List<String> texts = new ArrayList<>();
        if (batch != null) {
            batch.forEach(
                    (bytes, from, to) -> texts.add(new String(bytes, from, to - from, StandardCharsets.US_ASCII)));
        }
        return texts;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
