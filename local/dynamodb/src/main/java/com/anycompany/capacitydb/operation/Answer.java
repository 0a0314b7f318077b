package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.json.JsonWriter;

/** Answer to a request, which writes itself when the database is no longer locked. */
@FunctionalInterface
public interface Answer {

    /** An answer without a body. */
    Answer NOTHING = new Answer() {
        @Override
        public void writeMembers(JsonWriter json) {
            throw new IllegalStateException("no body");
        }

        @Override
        public byte[] toBytes() {
            return new byte[0];
        }
    };

    /** Writes the members of the answer's object. */
    void writeMembers(JsonWriter json);

    default byte[] toBytes() {
        JsonWriter json = new JsonWriter();
        json.startObject();
        writeMembers(json);
        json.endObject();
        return json.toBytes();
    }
}
