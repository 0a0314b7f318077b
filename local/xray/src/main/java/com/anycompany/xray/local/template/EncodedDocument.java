package com.anycompany.xray.local.template;

import com.anycompany.xray.local.segment.DocumentContent;

/** A document as the values of a template's variables. */
public record EncodedDocument(Template template, byte[] values) implements DocumentContent {

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public byte[] json() {
        return TemplateDefinition.decode(template.definition(), 0, values, 0);
    }
}
