package com.anycompany.xray.local.template;

import com.anycompany.xray.local.segment.EntityTreeBuilder;

/**
 * What all documents of one template have in common apart from their text: the fields of the document that was seen
 * first.
 *
 * @param entities must not be changed
 */
record Prototype(boolean subsegment, boolean inProgress, EntityTreeBuilder entities) {}
