package com.anycompany.xray.local.robustness;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A message of protobuf as its fields, without knowing what they mean. */
record WireMessage(List<Field> fields) {

    /** One field as it is written; {@code lie} is added to a length. */
    record Field(int number, int wireType, byte[] payload, int lie) {

        static Field of(int number, byte[] payload) {
            return new Field(number, WireFormat.WIRETYPE_LENGTH_DELIMITED, payload, 0);
        }

        static Field of(int number, String text) {
            return of(number, text.getBytes(StandardCharsets.UTF_8));
        }

        static Field of(int number, long varint) {
            return new Field(number, WireFormat.WIRETYPE_VARINT, written(out -> out.writeUInt64NoTag(varint)), 0);
        }

        static Field fixed64(int number, long value) {
            return new Field(number, WireFormat.WIRETYPE_FIXED64, written(out -> out.writeFixed64NoTag(value)), 0);
        }

        boolean isNested() {
            return wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED;
        }
    }

    private interface Writing {
        void to(CodedOutputStream out) throws IOException;
    }

    static byte[] message(Field... fields) {
        return new WireMessage(List.of(fields)).bytes();
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            writing.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] bytes() {
        return written(out -> {
            for (Field field : fields) {
                out.writeUInt32NoTag(field.number() << 3 | field.wireType());
                if (field.isNested()) {
                    out.writeUInt32NoTag(Math.max(0, field.payload().length + field.lie()));
                }
                out.writeRawBytes(field.payload());
            }
        });
    }

    /** @throws IOException if these bytes are no message; many a text is one by chance, which does no harm */
    static WireMessage parse(byte[] bytes) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        List<Field> fields = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int wireType = WireFormat.getTagWireType(tag);
            byte[] payload =
                    switch (wireType) {
                        case WireFormat.WIRETYPE_VARINT -> {
                            long value = in.readRawVarint64();
                            yield written(out -> out.writeUInt64NoTag(value));
                        }
                        case WireFormat.WIRETYPE_FIXED64 -> in.readRawBytes(8);
                        case WireFormat.WIRETYPE_FIXED32 -> in.readRawBytes(4);
                        case WireFormat.WIRETYPE_LENGTH_DELIMITED -> in.readByteArray();
                        default -> throw new IOException("groups aren't used");
                    };
            fields.add(new Field(WireFormat.getTagFieldNumber(tag), wireType, payload, 0));
        }
        return new WireMessage(fields);
    }
}
