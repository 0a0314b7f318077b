/** JSON as requests and responses carry it. */
@org.jspecify.annotations.NullMarked
package com.anycompany.capacitydb.json;
