package com.anycompany.service.spring.server;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.AsyncContextCallback;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Tomcat adapter that receives the whole body of a request before it passes the request on to the servlet container.
 *
 * <ol>
 *   <li>{@code service} is called when the headers have come. A request without a body is passed on at once. For others the
 *       adapter makes the request asynchronous and reads without blocking ({@link BodyReader}).
 *   <li>{@code asyncDispatch} is called for each piece of the body, and when the time for it is over.
 *   <li>When the body is complete, too large or too slow, the request becomes synchronous again and is passed on. What is above
 *       this class sees an ordinary request whose body is there, or one with a {@link Refusal}.
 * </ol>
 *
 * <p>Decision: docs/adr/042-protected-http-server.md.
 */
final class BodyBufferingAdapter implements Adapter {

    private static final long NO_TIMEOUT = -1;

    private final Adapter container;
    private final BodyBudget budget;

    BodyBufferingAdapter(Adapter container, BodyBudget budget) {
        this.container = container;
        this.budget = budget;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        ReplayedBody.end(request);
        if (request.isFinished()) {
            container.service(request, response);
            return;
        }
        BodyReader reader = new BodyReader(request, budget);
        if (request.getContentLengthLong() > budget.maxDiscarded()) {
            reader.replay();
            container.service(request, response);
            return;
        }
        request.setRequestThread();
        if (request.hasExpectation()) {
            request.action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
        }
        request.action(ActionCode.ASYNC_START, Receiving.CALLBACK);
        limitTime(request, budget.allowedMillis(0));
        request.setReadListener(reader);
        request.clearRequestThread();
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        if (!(request.getReadListener() instanceof BodyReader reader)) {
            boolean succeeded = container.asyncDispatch(request, response, event);
            endReplay(request);
            return succeeded;
        }
        request.setRequestThread();
        if (!receive(request, reader, event)) {
            reader.release();
            return false;
        }
        if (event != SocketEvent.TIMEOUT && !reader.isComplete()) {
            limitTime(request, budget.allowedMillis(reader.received()));
            request.clearRequestThread();
            return true;
        }
        limitTime(request, NO_TIMEOUT);
        request.action(ActionCode.ASYNC_DISPATCH, null);
        request.action(ActionCode.ASYNC_DISPATCHED, null);
        reader.replay();
        container.service(request, response);
        endReplay(request);
        return true;
    }

    private static void endReplay(Request request) {
        AtomicBoolean goesOn = new AtomicBoolean();
        request.action(ActionCode.ASYNC_IS_ASYNC, goesOn);
        if (!goesOn.get()) {
            ReplayedBody.end(request);
        }
    }

    /** Returns false if the connection is of no more use. */
    private static boolean receive(Request request, BodyReader reader, SocketEvent event) {
        if (event == SocketEvent.TIMEOUT) {
            AtomicBoolean timedOut = new AtomicBoolean();
            request.action(ActionCode.ASYNC_TIMEOUT, timedOut);
            reader.refuse(Refusal.tooSlow());
            return timedOut.get();
        }
        if (event != SocketEvent.OPEN_READ) {
            return false;
        }
        try {
            request.onDataAvailable();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void limitTime(Request request, long millis) {
        request.action(ActionCode.ASYNC_SETTIMEOUT, millis);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return container.prepare(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        container.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        container.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return container.getDomain();
    }

    /** What Tomcat calls while the request is asynchronous on behalf of this adapter. */
    private enum Receiving implements AsyncContextCallback {
        CALLBACK;

        @Override
        public void fireOnComplete() {}

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public void incrementInProgressAsyncCount() {}

        @Override
        public void decrementInProgressAsyncCount() {}
    }
}
