package com.anycompany.shop.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTests {

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(out, true), false, 0);

    @BeforeEach
    void createFolder() throws IOException {
        Files.createDirectories(folder().run());
    }

    @Test
    void noticesOfCommands_arePrintedOnce_inTheirOrder() {
        Notices notices = Notices.begin(folder());
        notices.print(terminal);
        Notices.tell(folder(), "cartservice", "hangs", "for 10.0 s, by ./shop hang");
        notices.print(terminal);
        Notices.tell(folder(), "cartservice", "goes on", "after a pause");
        notices.print(terminal);
        notices.print(terminal);

        assertThat(out.toString().lines())
                .extracting(line -> line.strip().replaceAll(" {2,}", " "))
                .containsExactly("cartservice hangs for 10.0 s, by ./shop hang", "cartservice goes on after a pause");
    }

    @Test
    void noticesOfAnEarlierRun_areNotPrinted() {
        Notices.tell(folder(), "cartservice", "hangs", "yesterday");

        Notices.begin(folder()).print(terminal);

        assertThat(out.toString()).isEmpty();
    }

    private ShopFolder folder() {
        return new ShopFolder(root);
    }
}
