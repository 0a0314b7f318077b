package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.commandline.UserError;
import com.anycompany.shop.launcher.plan.ShopFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * File lock that allows one launcher for each checkout. The operating system releases it when the process ends, even by a kill.
 */
public final class LauncherLock implements AutoCloseable {

    private final FileChannel channel;

    private LauncherLock(FileChannel channel) {
        this.channel = channel;
    }

    public static LauncherLock lock(ShopFolder folder) {
        try {
            Files.createDirectories(folder.run());
            FileChannel channel =
                    FileChannel.open(folder.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new UserError("The shop of this folder is already running"
                        + new RunningParts(folder)
                                .launcher()
                                .map(p -> " (process " + p.pid() + ")")
                                .orElse("")
                        + ". See ./shop status, or stop it with ./shop down.");
            }
            return new LauncherLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
