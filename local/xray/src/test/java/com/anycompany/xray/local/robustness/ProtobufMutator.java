package com.anycompany.xray.local.robustness;

import com.anycompany.xray.local.robustness.WireMessage.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Spoils protobuf by its structure, at any depth, with the lengths around it made right again: fields left out, doubled,
 * of another number or type, with lengths that lie. One in five is spoilt byte by byte, too.
 */
final class ProtobufMutator implements Mutator {

    private final Random random;
    private final List<byte[]> seeds;
    private final ByteMutator bytes;

    ProtobufMutator(Random random, List<byte[]> seeds) {
        this.random = random;
        this.seeds = seeds;
        this.bytes = new ByteMutator(random, seeds);
    }

    @Override
    public byte[] next() {
        byte[] message = seeds.get(random.nextInt(seeds.size()));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            message = spoilt(message);
        }
        return random.nextInt(5) == 0 ? bytes.spoilt(message) : message;
    }

    private byte[] spoilt(byte[] message) {
        List<Field> fields;
        try {
            fields = new ArrayList<>(WireMessage.parse(message).fields());
        } catch (IOException e) {
            return bytes.spoilt(message);
        }
        if (fields.isEmpty()) {
            return bytes.spoilt(message);
        }
        int at = random.nextInt(fields.size());
        Field field = fields.get(at);
        if (field.isNested() && random.nextInt(4) != 0) {
            fields.set(at, Field.of(field.number(), spoilt(field.payload())));
        } else {
            spoil(fields, at);
        }
        return new WireMessage(fields).bytes();
    }

    private void spoil(List<Field> fields, int at) {
        Field field = fields.get(at);
        switch (random.nextInt(8)) {
            case 0 -> fields.remove(at);
            case 1 -> fields.addAll(Collections.nCopies(1 + random.nextInt(40), field));
            case 2 -> Collections.shuffle(fields, random);
            case 3 -> fields.set(at, new Field(random.nextInt(18) + 1, field.wireType(), field.payload(), 0));
            case 4 -> fields.set(at, Field.of(field.number(), random.nextLong()));
            case 5 -> fields.set(at, Field.fixed64(field.number(), random.nextLong()));
            case 6 ->
                fields.set(at, new Field(field.number(), field.wireType(), field.payload(), random.nextInt(40) - 20));
            default -> fields.set(at, deeper(field));
        }
    }

    /** The field in a field in a field of its own kind: attributes may nest without end. */
    private Field deeper(Field field) {
        Field outer = field;
        for (int i = random.nextInt(150); i > 0; i--) {
            outer = Field.of(field.number(), WireMessage.message(outer));
        }
        return outer;
    }
}
