package com.anycompany.xray.local.store;

/** A document as it came, and when. */
public record StoredDocument(byte[] bytes, long receivedMillis) {}
