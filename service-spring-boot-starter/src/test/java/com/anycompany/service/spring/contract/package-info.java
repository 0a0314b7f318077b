/** Contract of all services, as tests that each of them runs: problem responses, OpenAPI document. */
@org.jspecify.annotations.NullMarked
package com.anycompany.service.spring.contract;
