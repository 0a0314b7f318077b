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

/** Shrinks sealed chunks: with Zstandard, or with the JDK's Deflate where its native library doesn't load. */
enum Compression {
    ZSTD {
        @Override
        byte[] compress(byte[] bytes, int length) {
            return Compressor.ONE.compress(bytes, length);
        }

        @Override
        byte[] decompress(byte[] bytes, int length) {
            return Decompressors.decompress(bytes, length);
        }
    },
    DEFLATE {
        @Override
        byte[] compress(byte[] bytes, int length) {
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

        @Override
        byte[] decompress(byte[] bytes, int length) {
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
    };

    abstract byte[] compress(byte[] bytes, int length);

    abstract byte[] decompress(byte[] bytes, int length);

    static Compression best() {
        return Available.BEST;
    }

    /** Making one costs as much as a fifth of a chunk's compression, so there is one for all, and a chunk at a time. */
    private static final class Compressor {

        private static final Compressor ONE = new Compressor();

        private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(1);
        private byte[] out = new byte[0];

        synchronized byte[] compress(byte[] bytes, int length) {
            int bound = Math.toIntExact(Zstd.compressBound(length));
            out = out.length < bound ? new byte[bound] : out;
            return Arrays.copyOf(out, context.compressByteArray(out, 0, out.length, bytes, 0, length));
        }
    }

    /** Contexts for those who read at the same time; a context's memory costs more to get than a chunk to unpack. */
    private static final class Decompressors {

        private static final Queue<ZstdDecompressCtx> IDLE = new ConcurrentLinkedQueue<>();

        static byte[] decompress(byte[] bytes, int length) {
            ZstdDecompressCtx idle = IDLE.poll();
            ZstdDecompressCtx context = idle == null ? new ZstdDecompressCtx() : idle;
            try {
                return context.decompress(bytes, length);
            } finally {
                IDLE.add(context);
            }
        }
    }

    /** Loads the library at the first use: start-up doesn't wait for it. */
    private static final class Available {

        private static final Compression BEST = find();

        private static Compression find() {
            try {
                Native.load();
                return ZSTD;
            } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
                return DEFLATE;
            }
        }
    }
}
