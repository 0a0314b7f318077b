/** Configuration that is changed through the API and survives a restart. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.config;
