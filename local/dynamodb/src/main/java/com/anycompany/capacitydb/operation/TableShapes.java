package com.anycompany.capacitydb.operation;

import com.anycompany.capacitydb.shape.Flag;
import com.anycompany.capacitydb.shape.ListOf;
import com.anycompany.capacitydb.shape.Shape;
import com.anycompany.capacitydb.shape.Structure;
import com.anycompany.capacitydb.shape.Text;
import com.anycompany.capacitydb.shape.Whole;

/** Shapes of the requests that define tables. */
final class TableShapes {

    static final Shape BILLING_MODE = Text.oneOf("PROVISIONED", "PAY_PER_REQUEST");
    static final Shape TABLE_CLASS = Text.oneOf("STANDARD", "STANDARD_INFREQUENT_ACCESS");
    static final Shape THROUGHPUT = new Structure("ProvisionedThroughput")
            .required("WriteCapacityUnits", Whole.longFrom(1))
            .required("ReadCapacityUnits", Whole.longFrom(1));
    static final Shape STREAM = new Structure("StreamSpecification")
            .required("StreamEnabled", new Flag())
            .optional("StreamViewType", Text.oneOf("OLD_IMAGE", "KEYS_ONLY", "NEW_AND_OLD_IMAGES", "NEW_IMAGE"));
    static final Shape TAGS =
            ListOf.any(new Structure("Tag").optional("Key", Text.any()).optional("Value", Text.any()));
    static final Shape ATTRIBUTE_DEFINITIONS = ListOf.any(new Structure("AttributeDefinition")
            .required("AttributeName", Text.length(1, 255))
            .required("AttributeType", Text.oneOf("B", "N", "S")));
    static final Shape ON_DEMAND = new Structure("OnDemandThroughput")
            .optional("MaxReadRequestUnits", Whole.longFrom(Long.MIN_VALUE))
            .optional("MaxWriteRequestUnits", Whole.longFrom(Long.MIN_VALUE));
    static final Shape WARM = new Structure("WarmThroughput")
            .optional("ReadUnitsPerSecond", Whole.longFrom(Long.MIN_VALUE))
            .optional("WriteUnitsPerSecond", Whole.longFrom(Long.MIN_VALUE));
    static final Shape ENCRYPTION = new Structure("SSESpecification")
            .optional("Enabled", new Flag())
            .optional("SSEType", Text.oneOf("AES256", "KMS"))
            .optional("KMSMasterKeyId", Text.length(1, 2048));

    private static final int MAX_TABLE_KEY = 2;
    private static final int MAX_INDEX_KEY = 8;
    private static final Structure PROJECTION = new Structure("Projection")
            .optional("ProjectionType", Text.oneOf("ALL", "INCLUDE", "KEYS_ONLY"))
            .optional("NonKeyAttributes", ListOf.length(Text.length(1, 255), 1, 20));

    private TableShapes() {}

    static Shape tableKey() {
        return key(MAX_TABLE_KEY);
    }

    private static Shape key(int max) {
        return ListOf.length(
                new Structure("KeySchemaElement")
                        .required("AttributeName", Text.length(1, 255))
                        .required("KeyType", Text.oneOf("HASH", "RANGE")),
                1,
                max);
    }

    static Structure localIndex() {
        return new Structure("LocalSecondaryIndex")
                .required("IndexName", Text.name())
                .required("KeySchema", key(MAX_TABLE_KEY))
                .required("Projection", PROJECTION);
    }

    static Structure globalIndex() {
        return new Structure("GlobalSecondaryIndex")
                .required("IndexName", Text.name())
                .required("KeySchema", key(MAX_INDEX_KEY))
                .required("Projection", PROJECTION)
                .optional("ProvisionedThroughput", THROUGHPUT)
                .optional("OnDemandThroughput", ON_DEMAND)
                .optional("WarmThroughput", WARM);
    }
}
