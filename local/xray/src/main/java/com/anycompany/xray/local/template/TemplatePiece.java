package com.anycompany.xray.local.template;

/** A part of a document's text: a value, or what stands between values. */
sealed interface TemplatePiece {

    byte[] bytes();

    /** Text between values. */
    record Text(byte[] bytes) implements TemplatePiece {}

    /** @param bytes as the document has it that was seen first */
    record Value(byte[] bytes, Variable variable, boolean differs) implements TemplatePiece {}
}
