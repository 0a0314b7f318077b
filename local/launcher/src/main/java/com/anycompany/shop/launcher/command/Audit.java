package com.anycompany.shop.launcher.command;

import com.anycompany.shop.launcher.app.AppFolder;
import com.anycompany.shop.launcher.plan.Ports;
import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.prepare.Preparation;
import com.anycompany.shop.launcher.supervise.RunningParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the audit program and passes it the address of the shop's DynamoDB (docs/adr/032-audit-program.md). */
@Command(
        name = "audit",
        description = {
            "Compare orders, payments and carts, and print each violation.",
            "Exit code 0 if there is none, else 1. Orders that the shop is still settling are waited for."
        })
final class Audit implements Callable<Integer> {

    private static final String APP = "audit";
    private static final int HEAP = 128;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long to wait for orders that are being settled (default: ${DEFAULT-VALUE}).")
    private String wait = "60s";

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Another DynamoDB than the shop's own, such as https://dynamodb.us-east-1.amazonaws.com.")
    private @Nullable String endpoint;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "us-east-1",
            description = "The region of that DynamoDB (default: ${DEFAULT-VALUE}).")
    private String region = "us-east-1";

    @Option(
            names = "--book",
            paramLabel = "FILE",
            description =
                    "What shoppers were told, a line each: CONFIRMED ORDER TOTAL, DECLINED ORDER TOTAL, NOTHING KEY.")
    private @Nullable String book;

    private final ShopFolder folder = ShopFolder.ofThisCheckout();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (endpoint == null) {
            RunningShop.require(new RunningParts(folder), "dynamodb");
        }
        AppFolder app = Preparation.layOut(folder, APP, folder.jar("traffic/audit", APP));
        return new ForegroundProgram(app, HEAP).run(arguments());
    }

    private List<String> arguments() {
        String address = endpoint == null ? Ports.inUse(folder).url("dynamodb") : endpoint;
        List<String> arguments = new ArrayList<>(List.of("--endpoint", address, "--region", region, "--wait", wait));
        if (book != null) {
            arguments.addAll(List.of("--book", book));
        }
        return arguments;
    }
}
