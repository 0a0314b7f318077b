package com.anycompany.xray.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SocketDropsTests {

    private static final int SENT = 500;

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatTheSocketHadNoRoomFor_isCounted_alsoAfterItsEnd() throws IOException {
        SocketDrops drops;
        int fetched = 0;
        try (DatagramChannel slow = DatagramChannel.open();
                DatagramChannel sender = DatagramChannel.open()) {
            slow.setOption(StandardSocketOptions.SO_RCVBUF, 64 * 1024);
            slow.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            drops = new SocketDrops(((InetSocketAddress) slow.getLocalAddress()).getPort());
            assertThat(drops.getAsLong()).isZero();
            sender.connect(slow.getLocalAddress());
            for (int i = 0; i < SENT; i++) {
                sender.write(ByteBuffer.allocate(1200));
            }
            slow.configureBlocking(false);
            while (slow.receive(ByteBuffer.allocate(2000)) != null) {
                fetched++;
            }
            assertThat(drops.getAsLong()).isPositive().isEqualTo(SENT - fetched);
        }
        assertThat(drops.getAsLong()).isEqualTo(SENT - fetched);
    }

    @Test
    void portOfNobody_hasLostNothing() {
        assertThat(new SocketDrops(1).getAsLong()).isZero();
    }
}
