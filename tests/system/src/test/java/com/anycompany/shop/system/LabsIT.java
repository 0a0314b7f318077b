package com.anycompany.shop.system;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows the labs, page after page, as their reader does: every command that needs no AWS is run as it stands there. */
@ExtendWith(NeedsTheUsualPorts.class)
@Order(OpenShop.LAST)
class LabsIT {

    private static LabDesk desk;

    @BeforeAll
    static void sitDown() throws IOException, InterruptedException {
        desk = LabDesk.prepare();
    }

    static Stream<String> pages() throws IOException {
        return Lab.all().stream().filter(Lab::runsHere).map(lab -> lab.page().toString());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandOfALab_works(String page) throws IOException, InterruptedException {
        desk.run("docs/labs/try.sh " + page);
    }

    /** A lab that failed half-way has left its shop running. */
    @AfterEach
    void tidyUp() throws IOException, InterruptedException {
        desk.run("./shop down");
    }
}
