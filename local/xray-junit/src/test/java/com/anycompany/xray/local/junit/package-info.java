/** The extension, with the X-Ray SDK as the program under test. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.junit;
