package com.anycompany.capacitydb;

import com.anycompany.capacitydb.error.ServiceException;
import com.anycompany.capacitydb.json.InvalidJson;
import com.anycompany.capacitydb.json.JsonObject;
import com.anycompany.capacitydb.json.JsonReader;
import com.anycompany.capacitydb.json.JsonWriter;
import com.anycompany.capacitydb.store.Database;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The engine without its HTTP server: requests and answers are JSON texts in which apostrophes stand for quotation marks. */
public final class TestEngine {

    private final Engine engine;

    public TestEngine() {
        this(Database.inMemory(), Clock.systemUTC());
    }

    public TestEngine(Database database, Clock clock) {
        engine = new Engine(database, clock, () -> "127.0.0.1:8000");
    }

    /** The answer as it's sent. */
    public String answer(String operation, String request) {
        return answer(operation, json(request.replace('\'', '"')));
    }

    /** The answer as it's sent to a request whose apostrophes are apostrophes. */
    public String answer(String operation, JsonObject request) {
        return new String(engine.operations().perform(operation, request).toBytes(), StandardCharsets.UTF_8);
    }

    /** The answer as an object. */
    public JsonObject call(String operation, String request) {
        String answer = answer(operation, request);
        return answer.isEmpty() ? JsonObject.EMPTY : json(answer);
    }

    /** The error's name and message; empty if there is none. */
    public String error(String operation, String request) {
        try {
            answer(operation, request);
            return "";
        } catch (ServiceException e) {
            return e.code().simpleName() + ": " + e.message();
        }
    }

    /** The members of an error beside its message; empty if there is no error. */
    public String body(String operation, String request) {
        try {
            answer(operation, request);
            return "";
        } catch (ServiceException e) {
            JsonWriter json = new JsonWriter();
            json.startObject();
            e.writeDetails(json);
            json.endObject();
            return new String(json.toBytes(), StandardCharsets.UTF_8);
        }
    }

    public int deleteExpired() {
        return engine.expiry().deleteExpired();
    }

    public static JsonObject json(String text) {
        try {
            return new JsonReader(1000).readObject(text.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidJson e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
