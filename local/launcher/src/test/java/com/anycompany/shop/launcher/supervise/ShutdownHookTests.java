package com.anycompany.shop.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownHookTests {

    private final List<String> done = new ArrayList<>();
    private final ShutdownHook hook = ShutdownHook.register(() -> done.add("end what was kept"));

    @Test
    void requestDuringPreparation_endsWhatWasKept_andNothingIsStartedAfterwards() throws InterruptedException {
        hook.run();

        assertThat(hook.replace(() -> done.add("stop the supervisor"))).isFalse();
        hook.await();
        assertThat(done).containsExactly("end what was kept");
    }

    @Test
    void requestAfterPreparation_stopsTheSupervisorAlone() throws InterruptedException {
        assertThat(hook.replace(() -> done.add("stop the supervisor"))).isTrue();

        hook.run();
        hook.await();

        assertThat(done).containsExactly("stop the supervisor");
    }
}
