package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.ShopFolder;
import com.anycompany.shop.launcher.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What commands in other terminals did to a part, in a file with a line for each ({@code PART TAB STATE TAB DETAIL}); the launcher
 * prints it in the window of {@code ./shop up}. Without it, a part that hangs would be silent there.
 */
public final class Notices {

    private static final String SEPARATOR = "\t";

    private final Path file;
    private int printed;

    private Notices(ShopFolder folder) {
        this.file = folder.run().resolve("notices");
    }

    /** For a launcher: without the notices of an earlier one. */
    public static Notices begin(ShopFolder folder) {
        Notices notices = new Notices(folder);
        try {
            Files.deleteIfExists(notices.file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return notices;
    }

    /** For a command; the notice is lost if it can't be written. */
    public static void tell(ShopFolder folder, String part, String state, String detail) {
        String line = String.join(SEPARATOR, part, state, detail) + "\n";
        try {
            Files.writeString(new Notices(folder).file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // No command fails because of its notice.
        }
    }

    /** Prints those that haven't been printed. */
    public synchronized void print(Terminal terminal) {
        List<String> lines = lines();
        for (String line : lines.subList(Math.min(printed, lines.size()), lines.size())) {
            String[] fields = line.split(SEPARATOR, 3);
            if (fields.length == 3) {
                terminal.warn(fields[0], fields[1], fields[2]);
            }
        }
        printed = lines.size();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            return List.of("launcher" + SEPARATOR + "warning" + SEPARATOR + file + " can't be read: " + e.getMessage());
        }
    }
}
