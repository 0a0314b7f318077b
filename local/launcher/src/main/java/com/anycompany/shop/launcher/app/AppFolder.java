package com.anycompany.shop.launcher.app;

import com.anycompany.shop.launcher.plan.ShopFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Exploded application: a runnable jar laid out as {@code NAME.jar} beside {@code lib/}. A JVM starts that faster than jars
 * inside a jar, and only that can have a start-up archive. Spring Boot's own extraction needs Spring in the jar, which two
 * parts don't have (docs/adr/002-two-jars-per-module.md).
 */
public record AppFolder(Path folder, String name) {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String ORIGIN = "origin";

    /** Version of the layout; a higher number makes every application be laid out again. */
    private static final int LAYOUT = 2;

    public static AppFolder of(ShopFolder shop, String name) {
        return new AppFolder(shop.app(name), name);
    }

    Path jar() {
        return folder.resolve(name + ".jar");
    }

    /** Checksum of the jar that is laid out here; empty if there is none. */
    public String origin() {
        try {
            Path origin = folder.resolve(ORIGIN);
            return Files.exists(origin) ? Files.readString(origin) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isLaidOutFrom(Path runnable) {
        return origin().equals(fingerprint(runnable));
    }

    public void layOutFrom(Path runnable) {
        try (JarFile source = new JarFile(runnable.toFile())) {
            ShopFolder.deleteTree(folder);
            Files.createDirectories(folder.resolve("lib"));
            copyLibraries(source);
            copyClasses(source);
            Files.writeString(folder.resolve(ORIGIN), fingerprint(runnable));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyLibraries(JarFile source) throws IOException {
        for (ZipEntry entry : entries(source, LIBRARIES)) {
            Path library = folder.resolve("lib").resolve(below(LIBRARIES, entry));
            try (InputStream in = source.getInputStream(entry)) {
                Files.copy(in, library);
            }
            ManifestClassPath.removeFrom(library);
        }
    }

    private void copyClasses(JarFile source) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar());
                JarOutputStream classes = new JarOutputStream(file, manifest(source))) {
            for (ZipEntry entry : entries(source, CLASSES)) {
                ZipEntry copy = new ZipEntry(below(CLASSES, entry));
                copy.setTime(entry.getTime());
                classes.putNextEntry(copy);
                try (InputStream in = source.getInputStream(entry)) {
                    in.transferTo(classes);
                }
                classes.closeEntry();
            }
        }
    }

    private static Manifest manifest(JarFile source) throws IOException {
        Attributes boot = source.getManifest().getMainAttributes();
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, boot.getValue("Start-Class"));
        main.put(
                Attributes.Name.CLASS_PATH,
                entries(source, LIBRARIES).stream()
                        .map(e -> "lib/" + below(LIBRARIES, e))
                        .collect(Collectors.joining(" ")));
        for (Attributes.Name name :
                List.of(Attributes.Name.IMPLEMENTATION_TITLE, Attributes.Name.IMPLEMENTATION_VERSION)) {
            if (boot.getValue(name) != null) {
                main.put(name, boot.getValue(name));
            }
        }
        return manifest;
    }

    /** Includes the folders: Spring finds no component in a jar that doesn't list them. */
    private static List<? extends ZipEntry> entries(JarFile source, String prefix) {
        return source.stream()
                .filter(e -> e.getName().startsWith(prefix) && e.getName().length() > prefix.length())
                .toList();
    }

    private static String below(String prefix, ZipEntry entry) {
        return entry.getName().substring(prefix.length());
    }

    /** Computed from the checksums in the jar's directory, so that nothing else needs to be read. */
    private static String fingerprint(Path runnable) {
        CRC32 all = new CRC32();
        all.update(LAYOUT);
        try (JarFile jar = new JarFile(runnable.toFile())) {
            jar.stream().forEach(e -> {
                all.update(e.getName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                all.update(Long.toString(e.getCrc()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.format(Locale.ROOT, "%08x", all.getValue());
    }
}
