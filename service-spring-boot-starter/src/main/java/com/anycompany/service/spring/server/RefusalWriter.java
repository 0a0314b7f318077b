package com.anycompany.service.spring.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes the response to a refused request. A bean of this type takes the place of the starter's. */
@FunctionalInterface
public interface RefusalWriter {

    void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
