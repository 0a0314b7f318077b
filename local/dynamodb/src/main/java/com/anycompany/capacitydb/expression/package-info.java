/** The expression languages: conditions, projections and updates, compiled to typed nodes. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.expression;
