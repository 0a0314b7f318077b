@org.jspecify.annotations.NullMarked
package com.anycompany.xray.agent;
