package com.anycompany.xray.local.segment;

import com.anycompany.xray.local.template.Template;
import java.util.Arrays;

/** A document's text, as it came or as what differs from others of its shape. */
public sealed interface Content {

    /** How many bytes it takes. */
    int length();

    /** The document as it came. */
    byte[] json();

    /** @param bytes where it stands, among other things perhaps; they must stay as they are until it has been stored */
    record Json(byte[] bytes, int offset, int length) implements Content {

        @Override
        public byte[] json() {
            return Arrays.copyOfRange(bytes, offset, offset + length);
        }
    }

    /** @param values what fills the template's holes */
    record Filled(Template template, byte[] values) implements Content {

        @Override
        public int length() {
            return values.length;
        }

        @Override
        public byte[] json() {
            return Template.expand(template.definition(), 0, values, 0);
        }
    }
}
