package com.anycompany.xray.local.template;

import com.anycompany.xray.local.json.PlainTokens;
import com.anycompany.xray.local.parse.EntityRules;

/** What a string or number in a document is to the entity that it stands in, and which texts may stand there. */
public enum Meaning {
    TRACE_ID(Spelling.TRACE_ID),
    ID(Spelling.ID),
    PARENT_ID(Spelling.ID),
    START(Spelling.SECONDS),
    END(Spelling.SECONDS),
    NAME(Spelling.NAME),
    NAMESPACE(Spelling.TEXT),
    ORIGIN(Spelling.TEXT),
    RESOURCE_ARN(Spelling.TEXT),
    USER(Spelling.TEXT),
    METHOD(Spelling.TEXT),
    URL(Spelling.TEXT),
    USER_AGENT(Spelling.TEXT),
    CLIENT_IP(Spelling.TEXT),
    STATUS(Spelling.AMOUNT),
    ACCOUNT_ID(Spelling.TEXT),
    OPERATION(Spelling.TEXT),
    TABLE_NAME(Spelling.TEXT),
    BUCKET_NAME(Spelling.TEXT),
    QUEUE_URL(Spelling.TEXT),
    TOPIC_ARN(Spelling.TEXT),
    FUNCTION_NAME(Spelling.TEXT),
    INSTANCE_ID(Spelling.TEXT),
    AVAILABILITY_ZONE(Spelling.TEXT),
    TEXT_ANNOTATION(Spelling.TEXT),
    NUMBER_ANNOTATION(Spelling.AMOUNT),
    /** Nobody reads it; it only has to be JSON. */
    OTHER_TEXT(Spelling.TEXT),
    OTHER_NUMBER(Spelling.NUMBER);

    /** Which texts may stand in a place; each is what {@link PlainTokens} and {@link EntityRules} accept there, or less. */
    public enum Spelling {
        TRACE_ID,
        ID,
        SECONDS,
        NAME,
        TEXT,
        /** A number that isn't negative. */
        AMOUNT,
        NUMBER
    }

    public final Spelling spelling;

    Meaning(Spelling spelling) {
        this.spelling = spelling;
    }

    /** Whether it is hardly ever the same in two documents. */
    public boolean alwaysDiffers() {
        return compareTo(END) <= 0;
    }
}
