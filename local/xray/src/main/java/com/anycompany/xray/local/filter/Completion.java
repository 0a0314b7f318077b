package com.anycompany.xray.local.filter;

/**
 * Completion that an editor of filter expressions offers.
 *
 * @param text the beginning of a condition, such as {@code responsetime > }
 * @param description the meaning, in a few words
 */
public record Completion(String text, String description) {}
