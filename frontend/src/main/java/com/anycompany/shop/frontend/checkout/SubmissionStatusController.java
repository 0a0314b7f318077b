package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.orders.Order;
import com.anycompany.shop.frontend.remote.RemoteService;
import com.anycompany.shop.frontend.remote.ServiceUnavailable;
import com.anycompany.shop.frontend.web.Notice;
import com.anycompany.shop.frontend.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers the requests of the {@link SubmissionStatusPage}: redirects to the order as soon as there is one. If there is none
 * after {@code shop.submission-timeout}, it withdraws the submission before it says that nothing was ordered, so that this
 * stays true even if the order should still arrive at orderservice.
 */
@Controller
class SubmissionStatusController {

    private final SubmissionClient submissions;
    private final Duration timeout;
    private final Clock clock;

    SubmissionStatusController(
            SubmissionClient submissions, @Value("${shop.submission-timeout}") Duration timeout, Clock clock) {
        this.submissions = submissions;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** @param since when the order was sent, in milliseconds since 1970 */
    @GetMapping("/checkout/placing")
    ModelAndView status(
            @RequestParam IdempotencyKey key,
            @RequestParam long since,
            @RequestAttribute Page page,
            HttpServletResponse response) {
        try {
            Order order = hasTimedOut(since) ? withdrawn(key, page) : placed(key, page);
            return order == null
                    ? page.redirect("/checkout", Notice.ORDER_NOT_PLACED)
                    : page.redirect("/orders/" + order.id());
        } catch (HttpClientErrorException.NotFound e) {
            return new SubmissionStatusPage(key, since).show(true, response);
        } catch (HttpClientErrorException.Gone e) {
            return page.redirect("/checkout", Notice.ORDER_NOT_PLACED);
        } catch (ServiceUnavailable e) {
            return new SubmissionStatusPage(key, since).show(false, response);
        }
    }

    private Order placed(IdempotencyKey key, Page page) {
        return page.calls()
                .idempotent(RemoteService.ORDER, () -> submissions.order(key, page.shopper()))
                .get();
    }

    private @Nullable Order withdrawn(IdempotencyKey key, Page page) {
        return page.calls()
                .idempotent(RemoteService.ORDER, () -> submissions.withdraw(key, page.shopper()))
                .get()
                .getBody();
    }

    private boolean hasTimedOut(long since) {
        return Instant.ofEpochMilli(since).plus(timeout).isBefore(clock.instant());
    }
}
