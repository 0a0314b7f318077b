@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.decode;
