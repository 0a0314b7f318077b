package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.xray.local.store.StoreOptions;
import com.anycompany.xray.local.store.TraceStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

class UdpListenerTests {

    private static final int DATAGRAMS = 300;

    private final Clock clock = Clock.systemUTC();
    private final Intake intake = new Intake(new TraceStore(new StoreOptions(1L << 26, Duration.ofHours(1))), clock);

    @RepeatedTest(5)
    void whatWasSentBeforeTheEnd_isStored() throws IOException {
        UdpListener listener = UdpListener.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), intake);
        try (DatagramChannel client = DatagramChannel.open()) {
            client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()));
            for (int i = 0; i < DATAGRAMS; i++) {
                client.write(ByteBuffer.wrap(datagram(i)));
            }
        }

        listener.close();

        assertThat(intake.counters().stored()).isEqualTo(DATAGRAMS);
    }

    private byte[] datagram(int number) {
        long now = clock.millis() / 1000;
        return """
                {"format":"json","version":1}
                {"name":"late","id":"%016x","trace_id":"1-%08x-%024x","start_time":%d,"end_time":%d}""".formatted(number, now, number, now, now).getBytes(StandardCharsets.UTF_8);
    }
}
