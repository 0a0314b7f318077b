package com.anycompany.xray.local.template;

/**
 * A place in a {@link Shape} where documents differ.
 *
 * @param entity counted from 0 in the order in which the document begins them
 * @param key of the annotation, if it is one
 */
public record Hole(Meaning meaning, int entity, String key) {}
