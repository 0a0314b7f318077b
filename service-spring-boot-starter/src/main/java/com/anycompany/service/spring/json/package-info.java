/** How JSON is read. */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.json;
