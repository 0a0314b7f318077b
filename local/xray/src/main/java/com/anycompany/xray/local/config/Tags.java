package com.anycompany.xray.local.config;

import com.anycompany.xray.local.http.ApiException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tags of groups and sampling rules, by ARN. Only an existing resource can have tags. */
public final class Tags {

    public static final Map<String, String> NONE = Map.of();

    private static final int MAX_TAGS = 50;

    private final Map<String, Map<String, String>> byArn = new HashMap<>();

    /** @param arn the resource, for the error; empty while it doesn't exist yet */
    public static void checkCount(Map<String, String> tags, String arn) {
        if (tags.size() > MAX_TAGS) {
            throw ApiException.tooManyTags("A resource can have at most " + MAX_TAGS + " tags", arn);
        }
    }

    /** Registers a new resource with its tags. */
    public synchronized void register(String arn, Map<String, String> tags) {
        byArn.put(arn, new LinkedHashMap<>(tags));
    }

    /** Removes a deleted resource and its tags. */
    public synchronized void unregister(String arn) {
        byArn.remove(arn);
    }

    public synchronized Map<String, String> of(String arn) {
        return new LinkedHashMap<>(find(arn));
    }

    public synchronized void add(String arn, Map<String, String> added) {
        Map<String, String> all = of(arn);
        all.putAll(added);
        checkCount(all, arn);
        find(arn).putAll(added);
    }

    public synchronized void remove(String arn, Collection<String> keys) {
        find(arn).keySet().removeAll(keys);
    }

    private Map<String, String> find(String arn) {
        Map<String, String> tags = byArn.get(arn);
        if (tags == null) {
            throw ApiException.notFound("Resource ARN not found", arn);
        }
        return tags;
    }
}
