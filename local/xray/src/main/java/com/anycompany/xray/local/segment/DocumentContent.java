package com.anycompany.xray.local.segment;

/** The bytes of a valid document that are to be stored: its JSON, or an encoded form of it. */
public interface DocumentContent {

    /** How many bytes it takes. */
    int length();

    /** The document's JSON, as it was received. */
    byte[] json();
}
