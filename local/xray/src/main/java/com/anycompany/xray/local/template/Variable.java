package com.anycompany.xray.local.template;

import com.anycompany.xray.local.segment.DocumentField;
import org.jspecify.annotations.Nullable;

/**
 * A place in a template where documents differ.
 *
 * @param field what its value says; null if it is kept and not understood
 * @param entity counted from 0 in the order in which the document begins them
 * @param name of the annotation, if it is one
 */
record Variable(Encoding encoding, @Nullable DocumentField field, int entity, String name) {

    boolean isDocumentId() {
        return entity == 0 && field == DocumentField.ID;
    }
}
