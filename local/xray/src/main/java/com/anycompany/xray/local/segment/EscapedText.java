package com.anycompany.xray.local.segment;

/**
 * A text of an answer that is escaped already, because making a string of it first costs more than its bytes: {@link
 * Json#write} puts quotes around it.
 *
 * @param utf8 its own from now on
 */
public record EscapedText(byte[] utf8) {}
