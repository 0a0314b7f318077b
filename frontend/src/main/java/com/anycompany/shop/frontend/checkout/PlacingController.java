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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of an order that was sent, and wasn't answered in time: whether it was placed isn't known. It looks again by
 * itself, also without JavaScript, until it knows. If nothing was ordered for a while, it withdraws the submission, so
 * that "nothing was ordered" stays true even if the request should still arrive.
 */
@Controller
class PlacingController {

    private final SubmissionClient submissions;
    private final Duration patience;
    private final Clock clock;

    PlacingController(SubmissionClient submissions, @Value("${shop.placing-patience}") Duration patience, Clock clock) {
        this.submissions = submissions;
        this.patience = patience;
        this.clock = clock;
    }

    /** @param since when the order was sent, in milliseconds since 1970 */
    @GetMapping("/checkout/placing")
    ModelAndView placing(@RequestParam String key, @RequestParam long since, Page page, HttpServletResponse response) {
        if (!Submission.isKey(key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such submission");
        }
        try {
            Order order = isOverdue(since) ? withdrawn(key, page) : placed(key, page);
            return order == null
                    ? page.redirect("/checkout", Notice.ORDER_NOT_PLACED)
                    : page.redirect("/orders/" + order.id());
        } catch (HttpClientErrorException.NotFound e) {
            return new PlacingPage(key, since).show(true, response);
        } catch (HttpClientErrorException.Gone e) {
            return page.redirect("/checkout", Notice.ORDER_NOT_PLACED);
        } catch (ServiceUnavailable e) {
            return new PlacingPage(key, since).show(false, response);
        }
    }

    private Order placed(String key, Page page) {
        return page.calls()
                .read(RemoteService.ORDER, () -> submissions.order(key, page.shopper()))
                .get();
    }

    private @Nullable Order withdrawn(String key, Page page) {
        return page.calls()
                .repeatable(RemoteService.ORDER, () -> submissions.withdraw(key, page.shopper()))
                .get()
                .getBody();
    }

    private boolean isOverdue(long since) {
        return Instant.ofEpochMilli(since).plus(patience).isBefore(clock.instant());
    }
}
