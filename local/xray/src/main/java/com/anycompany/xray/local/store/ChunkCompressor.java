package com.anycompany.xray.local.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.util.Native;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses sealed chunks: with Zstandard, or with the JDK's Deflate where its native library doesn't load. The
 * library is loaded at the first use: start-up doesn't wait for it.
 */
final class ChunkCompressor {

    /** Making one costs as much as a fifth of a chunk's compression, so there is one for all, and a chunk at a time. */
    private @Nullable ZstdCompressCtx compression;

    private byte[] compressed = new byte[0];

    /**
     * Contexts for threads that read at the same time; a context's memory costs more to get than a chunk to decompress.
     */
    private final Queue<ZstdDecompressCtx> idle = new ConcurrentLinkedQueue<>();

    /** The better one of those that this machine has. */
    Compression best() {
        return Available.BEST;
    }

    byte[] compress(Compression by, byte[] bytes, int length) {
        return by == Compression.ZSTD ? zstd(bytes, length) : deflate(bytes, length);
    }

    byte[] decompress(Compression by, byte[] bytes, int length) {
        return by == Compression.ZSTD ? unzstd(bytes, length) : inflate(bytes, length);
    }

    private synchronized byte[] zstd(byte[] bytes, int length) {
        if (compression == null) {
            compression = new ZstdCompressCtx().setLevel(1);
        }
        int bound = Math.toIntExact(Zstd.compressBound(length));
        compressed = compressed.length < bound ? new byte[bound] : compressed;
        int size = compression.compressByteArray(compressed, 0, compressed.length, bytes, 0, length);
        return Arrays.copyOf(compressed, size);
    }

    private byte[] unzstd(byte[] bytes, int length) {
        ZstdDecompressCtx polled = idle.poll();
        ZstdDecompressCtx context = polled == null ? new ZstdDecompressCtx() : polled;
        try {
            return context.decompress(bytes, length);
        } finally {
            idle.add(context);
        }
    }

    private static byte[] deflate(byte[] bytes, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            byte[] out = new byte[length + length / 1000 + 64];
            return Arrays.copyOf(out, deflater.deflate(out));
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] bytes, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] out = new byte[length];
            inflater.inflate(out);
            return out;
        } catch (DataFormatException e) {
            throw new IllegalStateException("a chunk in memory is damaged", e);
        } finally {
            inflater.end();
        }
    }

    /** Tries to load the library, once. */
    private static final class Available {

        private static final Compression BEST = find();

        private static Compression find() {
            try {
                Native.load();
                return Compression.ZSTD;
            } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
                return Compression.DEFLATE;
            }
        }
    }
}
