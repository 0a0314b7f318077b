package com.anycompany.xray.local.testcontainers;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** Where a program finds its X-Ray daemon. */
public interface XRayLocalConnectionDetails extends ConnectionDetails {

    /** {@code host:port}, or {@code tcp:host:port udp:host:port}. */
    String getDaemonAddress();
}
