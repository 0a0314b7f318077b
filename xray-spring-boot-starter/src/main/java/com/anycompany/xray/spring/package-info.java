/** Auto-configuration that traces a Spring Boot service with AWS X-Ray. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.spring;
