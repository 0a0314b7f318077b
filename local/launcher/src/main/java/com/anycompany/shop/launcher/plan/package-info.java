/** What the shop consists of: its parts, their ports, and the folders that they use. Nothing here runs anything. */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.launcher.plan;
