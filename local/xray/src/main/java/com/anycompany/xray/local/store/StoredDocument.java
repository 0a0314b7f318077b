package com.anycompany.xray.local.store;

/** A document as it was received, and when. */
public record StoredDocument(byte[] bytes, long receivedMillis) {}
