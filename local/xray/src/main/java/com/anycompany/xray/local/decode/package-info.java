/** Decides how a segment document is read: by template, by the fast parser or by Jackson. */
@org.jspecify.annotations.NullMarked
package com.anycompany.xray.local.decode;
