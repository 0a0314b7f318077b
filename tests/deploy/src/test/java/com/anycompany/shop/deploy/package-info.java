/** Tests of the files in {@code deploy/}. */
@NullMarked
package com.anycompany.shop.deploy;

import org.jspecify.annotations.NullMarked;
