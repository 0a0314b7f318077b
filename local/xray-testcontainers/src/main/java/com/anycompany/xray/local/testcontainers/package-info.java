/** X-Ray Local as a container in tests, with Testcontainers and Spring Boot's service connections. */
@NullMarked
package com.anycompany.xray.local.testcontainers;

import org.jspecify.annotations.NullMarked;
