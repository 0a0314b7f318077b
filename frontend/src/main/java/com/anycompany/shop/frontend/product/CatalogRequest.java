package com.anycompany.shop.frontend.product;

import com.anycompany.shop.frontend.remote.RemoteFuture;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import com.anycompany.xray.spring.CurrentTrace;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.web.client.HttpClientErrorException;

/** Request to catalogservice that is under way; the last known answer takes the place of one that doesn't come. */
public final class CatalogRequest<T> {

    private final RemoteFuture<T> future;
    private final Consumer<T> keep;
    private final Runnable forget;
    private final Supplier<Optional<CatalogAnswer<T>>> lastKnown;

    CatalogRequest(
            RemoteFuture<T> future, Consumer<T> keep, Runnable forget, Supplier<Optional<CatalogAnswer<T>>> lastKnown) {
        this.future = future;
        this.keep = keep;
        this.forget = forget;
        this.lastKnown = lastKnown;
    }

    /**
     * Waits for the answer.
     *
     * @throws HttpClientErrorException if catalogservice answered 4xx
     * @throws ServiceUnavailable if it is unavailable and there is no last known answer
     */
    public CatalogAnswer<T> answer() {
        try {
            T value = future.get();
            keep.accept(value);
            return CatalogAnswer.fresh(value);
        } catch (HttpClientErrorException.NotFound e) {
            forget.run();
            throw e;
        } catch (ServiceUnavailable e) {
            CatalogAnswer<T> known = lastKnown.get().orElseThrow(() -> e);
            CurrentTrace.annotate("last_known", true);
            return known;
        }
    }
}
