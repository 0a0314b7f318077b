/** Tests of the starter, by the documents that it sends. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.spring;
