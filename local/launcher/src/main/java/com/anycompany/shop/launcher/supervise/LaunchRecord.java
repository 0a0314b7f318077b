package com.anycompany.shop.launcher.supervise;

import com.anycompany.shop.launcher.plan.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a part's process was started from. It is written beside the file that identifies the process, so that a later launcher
 * can tell whether it would start the same thing (docs/adr/048-launcher-keeps-what-serves.md):
 *
 * <pre>
 * port=8081
 * build=5f0c3a11
 * command=9b1d…
 * </pre>
 *
 * @param port null for a part without one
 * @param build checksum of the jar that is laid out
 * @param command hash of the command line and of the environment
 */
record LaunchRecord(@Nullable Integer port, String build, String command) {

    /** What a terminal and a shell set for themselves differs each time and means nothing to a part. */
    private static final List<String> OF_THE_SHELL = List.of(
            "PWD", "OLDPWD", "SHLVL", "_", "TERM", "COLUMNS", "LINES", "WINDOWID", "SSH_", "XDG_", "TMUX", "STY");

    /** @param environment all of it, inherited variables included */
    static LaunchRecord of(Part part, String build, List<String> command, Map<String, String> environment) {
        StringBuilder all = new StringBuilder(String.join("\0", command));
        new TreeMap<>(environment).forEach((name, value) -> {
            if (OF_THE_SHELL.stream().noneMatch(prefix -> isOrBeginsWith(name, prefix))) {
                all.append('\0').append(name).append('=').append(value);
            }
        });
        return new LaunchRecord(part.port(), build, hash(all.toString()));
    }

    String text() {
        return "port=" + (port == null ? "" : port) + "\nbuild=" + build + "\ncommand=" + command + "\n";
    }

    private static boolean isOrBeginsWith(String name, String prefix) {
        return name.equals(prefix) || (prefix.endsWith("_") && prefix.length() > 1 && name.startsWith(prefix));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
