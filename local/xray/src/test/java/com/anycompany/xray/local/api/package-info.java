/** The API, through real clients. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.api;
