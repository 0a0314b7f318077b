package com.anycompany.xray.spring;

import com.amazonaws.xray.strategy.sampling.LocalizedSamplingStrategy;
import com.amazonaws.xray.strategy.sampling.SamplingStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;

/** Factory of the fallback strategy: creates the X-Ray SDK's local sampling rules from the properties instead of a file. */
final class FallbackSampling {

    private FallbackSampling() {}

    static SamplingStrategy of(XRayProperties.Sampling sampling) {
        String manifest = "{\"version\": 2, \"rules\": [], \"default\": {\"fixed_target\": %d, \"rate\": %s}}"
                .formatted(sampling.fallbackReservoir(), sampling.fallbackRate());
        return new LocalizedSamplingStrategy(inMemory(manifest));
    }

    private static URL inMemory(String content) {
        try {
            return new URL(null, "xray:fallback", new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new URLConnection(url) {
                        @Override
                        public void connect() {}

                        @Override
                        public InputStream getInputStream() throws IOException {
                            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
                        }
                    };
                }
            });
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
