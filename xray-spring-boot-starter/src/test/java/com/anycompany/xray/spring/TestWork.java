package com.anycompany.xray.spring;

import com.amazonaws.xray.spring.aop.XRayEnabled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service that does work of its own. */
@RestController
@Import({TestWork.Prices.class, TestWork.Discounts.class})
class TestWork {

    private static final Logger log = LoggerFactory.getLogger(TestWork.class);

    private final Prices prices;
    private final AsyncTaskExecutor executor;

    TestWork(Prices prices, AsyncTaskExecutor executor) {
        this.prices = prices;
        this.executor = executor;
    }

    @GetMapping("/work/ok")
    void ok() {
        prices.quote();
    }

    @GetMapping("/work/handled")
    void handled() {
        try {
            prices.fail();
        } catch (IllegalStateException expected) {
            log.info("handled");
        }
    }

    @GetMapping("/work/boom")
    void boom() {
        prices.fail();
    }

    @GetMapping("/work/declined")
    void declined() {
        prices.decline();
    }

    @GetMapping("/work/logs")
    void logs() throws Exception {
        log.info("on the request's thread");
        executor.submit(() -> log.info("on a worker")).get();
    }

    /** Annotated methods. */
    static class Prices {

        private final Discounts discounts;

        Prices(Discounts discounts) {
            this.discounts = discounts;
        }

        @Traced
        public int quote() {
            return discounts.today();
        }

        @Traced
        public void fail() {
            discounts.fail();
        }

        @Traced
        public void decline() {
            throw new TestService.Declined();
        }
    }

    /** A class with the annotation of the X-Ray SDK. */
    @XRayEnabled
    static class Discounts {

        public int today() {
            return 10;
        }

        public void fail() {
            throw new IllegalStateException("no discounts");
        }
    }
}
