package com.anycompany.shop.launcher.command;

import com.anycompany.shop.launcher.plan.ShopFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the completion script for shells; {@code ./shop} prints it without Java. */
@Command(
        name = "completion",
        description = {"Print the completion script for bash and zsh, for this shell:", "source <(./shop completion)"})
final class Completion implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        System.out.print(
                Files.readString(ShopFolder.ofThisCheckout().root().resolve("local/launcher/completion/shop.bash")));
        return 0;
    }
}
