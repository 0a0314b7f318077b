/** Makes a Spring Boot service traceable with AWS X-Ray. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.spring;
