/** What all pages need: the request for a page, cookies, error pages, static files, the link to the trace. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.frontend.web;
