package com.anycompany.xray.local.ingest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Counter of the datagrams that Linux has discarded because a socket of this process had no room for them: the last
 * column of its tables. On another system, or where they can't be read, it is 0.
 *
 * <pre>
 *   sl  local_address rem_address   st tx_queue:rx_queue … inode ref pointer          drops
 *  873: 0100007F:07D0 00000000:0000 07 00000000:00000000 … 81235 2   0000000000000000  4711
 * </pre>
 */
final class SocketDrops implements LongSupplier {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final String SOCKET = "socket:[";
    private static final int ADDRESS = 1;
    private static final int INODE = 9;
    private static final int COLUMNS = 13;

    private final String port;
    private long most;

    SocketDrops(int port) {
        this.port = String.format(Locale.ROOT, ":%04X", port);
    }

    /** Never less than before, though a socket that was closed is gone from the tables. */
    @Override
    public synchronized long getAsLong() {
        try {
            Set<String> own = sockets();
            long drops = 0;
            for (Path table : TABLES) {
                if (Files.isReadable(table)) {
                    drops += drops(table, own);
                }
            }
            most = Math.max(most, drops);
        } catch (IOException | NumberFormatException e) {
            return most;
        }
        return most;
    }

    private long drops(Path table, Set<String> own) throws IOException {
        long drops = 0;
        for (String line : Files.readAllLines(table)) {
            String[] columns = line.strip().split("\\s+");
            if (columns.length == COLUMNS && columns[ADDRESS].endsWith(port) && own.contains(columns[INODE])) {
                drops += Long.parseLong(columns[COLUMNS - 1]);
            }
        }
        return drops;
    }

    /** The numbers of this process's sockets. */
    private static Set<String> sockets() throws IOException {
        Set<String> sockets = new HashSet<>();
        if (!Files.isReadable(OPEN_FILES)) {
            return sockets;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(OPEN_FILES)) {
            for (Path file : files) {
                String target = target(file);
                if (target.startsWith(SOCKET)) {
                    sockets.add(target.substring(SOCKET.length(), target.length() - 1));
                }
            }
        }
        return sockets;
    }

    /** A file may have been closed meanwhile. */
    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
