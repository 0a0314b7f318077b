/**
 * What the shop's command-line programs have in common (docs/adr/033-command-line-library.md): durations as options, a
 * stopwatch, the file that identifies a process, health checks, X-Ray Local's event list, and errors that are shown in one
 * line. It has no dependency but picocli, because the launcher must start fast.
 */
@org.jspecify.annotations.NullMarked
package com.anycompany.shop.commandline;
