package com.anycompany.xray.spring;

import com.amazonaws.xray.entities.Entity;
import com.amazonaws.xray.entities.Subsegment;
import com.amazonaws.xray.entities.ThrowableDescription;
import com.amazonaws.xray.strategy.ThrowableSerializationStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Serialization of exceptions: describes each exception once per trace, on the entity where it was thrown; the entities through
 * which it propagates refer to it by id.
 *
 * <p>The SDK's strategy searches only direct children that were not streamed yet, repeats an entry when it finds one, and
 * follows a chain of causes without limit. Example: a refused connection, wrapped by the client, reaches the controller.
 *
 * <pre>
 * subsegment catalogservice   exceptions: [{id: a1, ConnectException}]
 * segment frontend            exceptions: [{id: b2, ResourceAccessException, cause: a1}]
 * </pre>
 *
 * <p>Decision: docs/adr/013-exceptions-once.md.
 */
final class ExceptionDescriber implements ThrowableSerializationStrategy {

    private static final int MAX_FRAMES = 32;
    private static final int MAX_CHAIN = 8;

    private final Map<Throwable, Described> described = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public List<ThrowableDescription> describeInContext(Throwable throwable, List<Subsegment> subsegments) {
        return subsegments.isEmpty() ? List.of() : describeInContext(subsegments.get(0), throwable, subsegments);
    }

    @Override
    public List<ThrowableDescription> describeInContext(
            @Nullable Entity entity, Throwable throwable, List<Subsegment> subsegments) {
        if (entity == null) {
            return describeInContext(throwable, subsegments);
        }
        String traceId = entity.getTraceId().toString();
        List<ThrowableDescription> descriptions = new ArrayList<>();
        ThrowableDescription above = null;
        for (Throwable t = throwable; t != null; t = t.getCause()) {
            Described known = described.get(t);
            if (known != null && known.traceId().equals(traceId)) {
                refer(descriptions, above, t, known.id());
                break;
            }
            if (above != null && descriptions.size() == MAX_CHAIN) {
                above.setSkipped(lengthOf(t));
                break;
            }
            ThrowableDescription description =
                    describe(t, entity.getCreator().getIdGenerator().newEntityId());
            described.put(t, new Described(traceId, description.getId()));
            if (above != null) {
                above.setCause(description.getId());
            }
            descriptions.add(description);
            above = description;
        }
        return descriptions;
    }

    private static void refer(
            List<ThrowableDescription> descriptions, @Nullable ThrowableDescription above, Throwable t, String id) {
        if (above != null) {
            above.setCause(id);
        } else {
            ThrowableDescription reference = new ThrowableDescription(t);
            reference.setCause(id);
            descriptions.add(reference);
        }
    }

    private static ThrowableDescription describe(Throwable throwable, String id) {
        ThrowableDescription description = new ThrowableDescription(throwable);
        description.setId(id);
        description.setType(throwable.getClass().getName());
        description.setMessage(throwable.getMessage());
        StackTraceElement[] stack = throwable.getStackTrace();
        if (stack.length > MAX_FRAMES) {
            description.setTruncated(stack.length - MAX_FRAMES);
            stack = Arrays.copyOf(stack, MAX_FRAMES);
        }
        description.setStack(stack);
        return description;
    }

    private static int lengthOf(Throwable throwable) {
        int length = 0;
        for (Throwable t = throwable; t != null && length < 1000; t = t.getCause()) {
            length++;
        }
        return length;
    }

    private record Described(String traceId, String id) {}
}
