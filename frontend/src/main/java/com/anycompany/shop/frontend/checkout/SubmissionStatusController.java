package com.anycompany.shop.frontend.checkout;

import com.anycompany.shop.frontend.checkout.SubmissionStatusPage.State;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers the requests of the {@link SubmissionStatusPage}: redirects to the order as soon as there is one. If there is none
 * after {@code shop.submission-timeout}, the page has a form that withdraws the submission, which the page's script sends at
 * once. Only then is it said that nothing was ordered, so that this stays true even if the order should still arrive at
 * orderservice.
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
            @RequestParam(defaultValue = "") String shopper,
            @RequestParam long since,
            @RequestAttribute Page page,
            HttpServletResponse response) {
        SubmissionStatusPage sent = new SubmissionStatusPage(key, page.shopper(shopper), since);
        try {
            return page.redirect("/orders/" + placed(sent, page).id());
        } catch (HttpClientErrorException.NotFound e) {
            return sent.show(hasTimedOut(since) ? State.OVERDUE : State.ASKED, response);
        } catch (HttpClientErrorException.Gone e) {
            return page.redirect("/checkout", Notice.ORDER_NOT_PLACED);
        } catch (ServiceUnavailable e) {
            return sent.show(State.UNREACHABLE, response);
        }
    }

    /** Withdraws the submission. If its order was placed after all, redirects to that. */
    @PostMapping("/checkout/placing")
    ModelAndView withdraw(
            @RequestParam IdempotencyKey key,
            @RequestParam(defaultValue = "") String shopper,
            @RequestParam long since,
            @RequestAttribute Page page,
            HttpServletResponse response) {
        SubmissionStatusPage sent = new SubmissionStatusPage(key, page.shopper(shopper), since);
        try {
            Order order = withdrawn(sent, page);
            return order == null
                    ? page.redirect("/checkout", Notice.ORDER_NOT_PLACED)
                    : page.redirect("/orders/" + order.id());
        } catch (ServiceUnavailable e) {
            return sent.show(State.UNREACHABLE, response);
        }
    }

    private Order placed(SubmissionStatusPage sent, Page page) {
        return page.calls()
                .idempotent(RemoteService.ORDER, () -> submissions.order(sent.key(), sent.shopper()))
                .get();
    }

    private @Nullable Order withdrawn(SubmissionStatusPage sent, Page page) {
        return page.calls()
                .idempotent(RemoteService.ORDER, () -> submissions.withdraw(sent.key(), sent.shopper()))
                .get()
                .getBody();
    }

    private boolean hasTimedOut(long since) {
        return Instant.ofEpochMilli(since).plus(timeout).isBefore(clock.instant());
    }
}
